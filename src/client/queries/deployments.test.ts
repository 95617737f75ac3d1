import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import {
  createDeployment,
  deploymentNamesQuery,
  findDeployments,
  showDeployment,
} from './deployments.ts';
import { HttpError, isOutcomeUnknown, NetworkError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { storeToken, isSamePlace, type Place } from '../session/place.ts';
import { changeSession, getSession } from '../session/session.ts';

const live: Place = {
  targetId: 'north',
  projectId: 'f'.repeat(32),
  edition: 'platinum',
  instanceId: 'instance-1',
  needsToken: true,
};
const mock: Place = {
  targetId: 'mock',
  projectId: 'e'.repeat(32),
  edition: 'professional',
  instanceId: '',
  needsToken: false,
};

let requests: Request[] = [];
/** Answers every request with `answer`, and records the requests. */
function serve(answer: (request: Request) => Response) {
  requests = [];
  answerRequests(async (path: string, init: RequestInit) => {
    const request = new Request(`http://localhost${path}`, init);
    requests.push(request);
    return answer(request);
  });
}
/** The change of the session by the token dialog. */
const entered = (token: string) => ({ token, tokenExpiresAt: undefined, removedToken: undefined });
beforeEach(() => {
  changeSession({ targetId: 'other', token: 'token-of-other', elsewhere: undefined, fault: '' });
  storeToken(live, entered('the-token'));
});
afterEach(() => replaceClient());

const created = () => Response.json({ id: 'a', name: 'app', node_ids: [] });

test('the instance distinguishes places only in the platinum edition', () => {
  const plain = { ...live, edition: 'professional' as const };
  expect(isSamePlace(plain, { ...plain, instanceId: 'b' })).toBe(true);
  expect(isSamePlace(live, { ...live, instanceId: 'b' })).toBe(false);
});

describe('a create', () => {
  test('goes to the place of its attempt, wherever the connection points', async () => {
    serve(created);
    await createDeployment(live, '{}', 'key-1');
    const [request] = requests;
    expect(request!.url).toContain(`/ief/north/v3/${live.projectId}/edgemgr/deployments`);
    expect(Object.fromEntries(request!.headers)).toMatchObject({
      'idempotency-key': 'key-1',
      'ief-instance-id': 'instance-1',
      'x-auth-token': 'the-token',
    });
  });

  test('sends no token to a target that needs none, and no fault to a live target', async () => {
    serve(created);
    changeSession({ ...mock, token: 'stray', fault: 'hang' });
    await createDeployment(mock, '{}', 'key-1');
    await createDeployment(live, '{}', 'key-2');
    const names = ['x-auth-token', 'x-mock-fault'];
    const [toMock, toLive] = requests.map(({ headers }) => names.map((name) => headers.get(name)));
    expect(toMock).toEqual([null, 'hang']);
    expect(toLive).toEqual(['the-token', null]);
  });

  test.each([
    ['target', { targetId: 'south' }],
    ['project', { projectId: 'a'.repeat(32) }],
    ['edition', { edition: 'professional' }],
    ['instance', { instanceId: 'instance-2' }],
  ] as const)('sends no token that was entered for another %s', async (_case, other) => {
    serve(created);
    changeSession({ ...live, token: 'token-of-the-connection' });
    await createDeployment({ ...live, ...other }, '{}', 'key-1');
    await findDeployments({ ...live, ...other }, 'app').catch(() => undefined);
    expect(requests.map(({ headers }) => headers.get('x-auth-token'))).toEqual([null, null]);
  });

  test('sends only the token of its place, whether it was entered for the connection or for a lookup', async () => {
    serve(created);
    await createDeployment(live, '{}', 'key-1');
    const other = { ...live, targetId: 'other', projectId: mock.projectId };
    changeSession({ ...other, token: 'token-of-other' });
    await createDeployment(other, '{}', 'key-2');
    storeToken(other, entered('next-of-other'));
    await createDeployment(other, '{}', 'key-3');
    await createDeployment(live, '{}', 'key-4');
    const tokens = requests.map(({ headers }) => headers.get('x-auth-token'));
    expect(tokens).toEqual(['the-token', 'token-of-other', 'next-of-other', 'the-token']);
  });

  test('sends no expired token', async () => {
    serve(created);
    storeToken(live, { ...entered('old'), tokenExpiresAt: Date.now() });
    await createDeployment(live, '{}', 'key-1');
    expect(requests[0]!.headers.get('x-auth-token')).toBeNull();
  });

  test('reports request and response with every occurrence of the token masked', async () => {
    serve(() =>
      Response.json(
        { error_code: 'X', error_msg: 'bad the-token' },
        { status: 400, headers: { 'X-Request-Id': 'r-1', 'Content-Security-Policy': 'x' } },
      ),
    );
    const exchanges: Exchange[] = [];
    const onExchange = (exchange: Exchange) => exchanges.push(exchange);
    await createDeployment(live, '{ }', 'key-1', { onExchange }).catch(() => undefined);
    expect(exchanges.map(({ response }) => response !== undefined)).toEqual([false, true]);
    const { request, response } = exchanges[1]!;
    expect(request.body).toBe('{ }');
    expect(request.headers).toContainEqual(['X-Auth-Token', '[token]']);
    expect(response).toMatchObject({ status: 400, body: expect.stringContaining('bad [token]') });
    expect(response!.headers.map(([name]) => name)).toEqual(['content-type', 'x-request-id']);
    expect(JSON.stringify(exchanges)).not.toContain('the-token');
  });

  test('rejects with the message of IAM if IAM refuses it', async () => {
    const error = { code: 401, message: 'The username or password is wrong.', title: 'x' };
    serve(() => Response.json({ error }, { status: 401 }));
    await expect(createDeployment(live, '{}', 'key-1')).rejects.toMatchObject({
      code: '401',
      message: 'The username or password is wrong.',
    });
  });
});

describe('the lookup of a name', () => {
  test('finds it among 150 names that contain it, on any page (S48)', async () => {
    const all = Array.from({ length: 250 }, (_, index) => ({
      id: `id-${index}`,
      name: index === 207 || index === 12 ? 'app' : `app-${index}`,
      node_ids: ['n'],
    }));
    serve((request) => {
      const query = new URL(request.url).searchParams;
      const from = Number(query.get('offset'));
      const deployments = all.slice(from, from + Number(query.get('limit')));
      return Response.json({ count: 250, deployments });
    });
    const { deployments } = await findDeployments(live, 'app');
    expect(deployments.map(({ id }) => id)).toEqual(['id-12', 'id-207']);
    expect(deployments[1]!.raw).toEqual(all[207]);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual([
      '?name=app&sort=created_at%3Adesc&limit=100&offset=0',
      '?name=app&sort=created_at%3Adesc&limit=100&offset=100',
      '?name=app&sort=created_at%3Adesc&limit=100&offset=200',
    ]);
  });

  test('stops at a page without new records, and reports an incomplete list', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, name: 'other' }));
    serve(() => Response.json({ count: 1_000_000, deployments: page }));
    const { deployments, isComplete } = await findDeployments(live, 'app');
    expect([deployments, isComplete, requests.length]).toEqual([[], false, 2]);
  });

  test('stops after 50 pages, and reports an incomplete list', async () => {
    let count = 0;
    serve(() =>
      Response.json({
        count: 1_000_000,
        deployments: Array.from({ length: 100 }, () => ({ id: `${(count += 1)}`, name: 'app' })),
      }),
    );
    const { deployments, isComplete } = await findDeployments(live, 'app');
    expect([deployments.length, isComplete, requests.length]).toEqual([5_000, false, 50]);
  });

  test('continues if the service returns fewer records than requested', async () => {
    const all = Array.from({ length: 70 }, (_, index) => ({
      id: `${index}`,
      name: index === 65 ? 'app' : 'other',
    }));
    serve((request) => {
      const from = Number(new URL(request.url).searchParams.get('offset'));
      return Response.json({ count: 70, deployments: all.slice(from, from + 20) });
    });
    const { deployments, isComplete } = await findDeployments(live, 'app');
    expect([deployments.length, isComplete, requests.length]).toEqual([1, true, 4]);
  });

  test('does not count a deployment as deleted if it is missing from an incomplete list', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, name: 'app' }));
    serve((request) =>
      new URL(request.url).pathname.endsWith('/gone')
        ? Response.json({ error_code: 'MOCK.404001', error_msg: '' }, { status: 404 })
        : Response.json({ count: 1_000_000, deployments: page }),
    );
    await expect(showDeployment(live, { id: 'gone', name: 'app' })).rejects.toThrow();
  });

  test('of all names stops at a page without new records', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, name: `n${index}` }));
    serve(() => Response.json({ deployments: page }));
    const names = await new QueryClient().fetchQuery(deploymentNamesQuery(getSession()));
    expect([names.length, requests.length]).toEqual([100, 2]);
  });

  test('counts a record once if it moved to the next page in the meantime', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, name: 'app' }));
    let pages = 0;
    serve(() => Response.json({ deployments: pages++ === 0 ? page : [page[99]] }));
    expect((await findDeployments(live, 'app')).deployments).toHaveLength(100);
  });

  test('returns the offset of the target’s clock', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    serve(() => Response.json({ deployments: [] }, { headers: { 'X-Upstream-Date': date } }));
    const { clockOffsetMs } = await findDeployments(live, 'app');
    expect(Math.round(clockOffsetMs! / 60_000)).toBe(60);
  });
});

test.each<[status: number, code: string, isUnknown: boolean]>([
  [400, 'IEF.100012', false],
  [401, 'APIGW.0301', false],
  [429, 'BUILDER.rate_limited', false],
  [502, 'IEF.120001', true],
  // The service refused the body, although the status is 502.
  [502, 'IEF.100012', false],
  [502, 'BUILDER.outcome_unknown', true],
  [504, 'BUILDER.outcome_unknown', true],
  [502, 'BUILDER.not_sent', false],
  [502, 'BUILDER.credentials_refused', false],
  [502, 'BUILDER.upstream_redirect', false],
  [503, 'BUILDER.busy', false],
  [503, '', true],
  [500, 'BUILDER.internal', true],
  [409, 'key_reused', true],
  [409, 'IEF.100012', false],
])('%i %s: the outcome is unknown: %s', (status, code, isUnknown) => {
  const answer = { status, code, message: '', requestId: undefined, reason: '' };
  const error = new HttpError({ ...answer, retryAfterS: undefined, clockOffsetMs: undefined });
  expect(isOutcomeUnknown(error)).toBe(isUnknown);
});

test('the outcome is unknown if no response arrived', () => {
  expect(isOutcomeUnknown(new NetworkError('gone'))).toBe(true);
});
