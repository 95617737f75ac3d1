import { describe, expect, it } from 'vitest';
import {
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  PROJECT,
  type MockScene,
} from '#src/server/scene.fixture.ts';
import { ConnectionFault } from './connection-fault.ts';
import { faultNames, type FaultName } from './faults.ts';

interface Expected {
  /** Status of the response, or how the connection fails. */
  readonly end: number | string;
  readonly code?: string;
  /** How many deployments exist right after. */
  readonly created: 0 | 1;
}

const expected: Record<Exclude<FaultName, 'hang'>, Expected> = {
  refuse: { end: 'refused, never', created: 0 },
  'reset-before': { end: 'reset, never', created: 0 },
  'reset-during': { end: 'reset, maybe', created: 0 },
  'reset-after': { end: 'reset, maybe', created: 1 },
  slow: { end: 200, created: 1 },
  cut: { end: 'cut, maybe', created: 1 },
  html: { end: 200, created: 0 },
  unauthorized: { end: 401, code: 'APIGW.0301', created: 0 },
  forbidden: { end: 403, code: 'APIGW.0302', created: 0 },
  quota: { end: 403, code: 'MOCK.403001', created: 0 },
  conflict: { end: 409, code: 'MOCK.409001', created: 0 },
  throttle: { end: 429, code: 'MOCK.429001', created: 0 },
  'error-500': { end: 500, code: 'IEF.120001', created: 0 },
  'bad-gateway': { end: 502, code: 'APIGW.0201', created: 0 },
  unavailable: { end: 503, code: 'MOCK.503001', created: 0 },
  'gateway-timeout': { end: 504, code: 'APIGW.0201', created: 0 },
  'lost-answer': { end: 'closed, maybe', created: 1 },
  'late-create': { end: 504, code: 'APIGW.0201', created: 0 },
  'slow-pull': { end: 200, created: 1 },
  'pull-failed': { end: 200, created: 1 },
  'crash-loop': { end: 200, created: 1 },
  'token-expires': { end: 200, created: 1 },
};

async function play({ ask }: MockScene, body: unknown, headers?: Record<string, string>) {
  try {
    const { status, json } = await ask('POST', DEPLOYMENTS, body, headers);
    return { end: status as number | string, code: json?.error_code as string | undefined };
  } catch (error) {
    if (!(error instanceof ConnectionFault)) throw error;
    return { end: `${error.kind}, ${error.sent}` };
  }
}

describe('faults', () => {
  it('all have a test case', () => {
    expect([...Object.keys(expected), 'hang'].sort()).toEqual([...faultNames].sort());
  });

  it.each(Object.entries(expected))(
    '%s, by header and by tag',
    async (name, { end, code, created }) => {
      const tagged = makeBody('app', { tags: [{ key: 'mock-fault', value: name }] });
      for (const [body, headers] of [
        [makeBody(), { 'x-mock-fault': name }],
        [tagged, {}],
      ] as const) {
        const scene = createMockScene();
        const ended = await play(scene, body, headers);
        expect(ended.end).toBe(end);
        expect(ended.code).toBe(code);
        const list = await scene.ask('GET', DEPLOYMENTS, undefined, { 'x-auth-token': 'another' });
        expect(list.json.count).toBe(created);
      }
    },
  );

  it('hang does not respond until the caller disconnects, and creates nothing', async () => {
    const { mock, ask } = createMockScene();
    const leaving = new AbortController();
    const request = new Request(`http://localhost${DEPLOYMENTS}`, {
      method: 'POST',
      headers: { 'x-auth-token': 't', 'x-mock-fault': 'hang' },
      body: JSON.stringify(makeBody()),
      signal: leaving.signal,
    });
    const ended = mock(request).catch((error: unknown) => error);
    const first = await Promise.race([
      ended,
      new Promise((done) => setTimeout(done, 50, 'nothing')),
    ]);
    expect(first).toBe('nothing');
    leaving.abort();
    expect(await ended).toBeInstanceOf(ConnectionFault);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(0);
  });

  describe('token-expires', () => {
    const end = { 'x-mock-fault': 'token-expires' };
    const listWith = ({ ask }: Pick<MockScene, 'ask'>, token: string, project = PROJECT) =>
      ask('GET', DEPLOYMENTS.replace(PROJECT, project), undefined, { 'x-auth-token': token });

    it('refuses the token after the request, in its project only, until it is issued again', async () => {
      const scene = createMockScene({ tokens: ['old', 'new'] });
      const headers = { ...end, 'x-auth-token': 'old' };
      expect((await scene.ask('POST', DEPLOYMENTS, makeBody(), headers)).status).toBe(200);
      for (let time = 0; time < 2; time++) {
        const { status, json } = await listWith(scene, 'old');
        expect([status, json.error_code, json.error_msg]).toEqual([
          401,
          'APIGW.0301',
          expect.stringMatching(/token expires$/),
        ]);
      }
      expect((await listWith(scene, 'new')).json.count).toBe(1);
      expect((await listWith(scene, 'old', 'f'.repeat(32))).status).toBe(200);
      const identity = { password: { user: { name: 'me', password: 'p' } } };
      const issued = await scene.ask('POST', '/v3/auth/tokens', { auth: { identity } });
      expect(issued.headers.get('x-subject-token')).toBe('old');
      expect((await listWith(scene, 'old')).status).toBe(200);
    });

    it('refuses the token that the server supplies only once: nobody can enter another', async () => {
      const scene = createMockScene({ suppliedToken: 'test' });
      await scene.ask('POST', DEPLOYMENTS, makeBody(), end);
      expect((await listWith(scene, 'test')).status).toBe(401);
      expect((await listWith(scene, 'test')).status).toBe(200);
    });

    it('ignores a token that is refused anyway, and remembers a thousand', async () => {
      const scene = createMockScene({ tokens: ['good'] });
      const bad = await scene.ask('GET', DEPLOYMENTS, undefined, { ...end, 'x-auth-token': 'bad' });
      expect(bad.json.error_msg).toMatch(/decrypt token fail$/);
      const open = createMockScene();
      for (let index = 0; index <= 1_000; index++)
        await open.ask('GET', DEPLOYMENTS, undefined, { ...end, 'x-auth-token': `t${index}` });
      const statuses = [];
      for (const index of [0, 1, 1_000]) statuses.push((await listWith(open, `t${index}`)).status);
      expect(statuses).toEqual([200, 401, 401]);
    });
  });

  it('slow responds late', async () => {
    const scene = createMockScene({ slowMs: 60 });
    const startedAt = performance.now();
    await play(scene, makeBody(), { 'x-mock-fault': 'slow' });
    expect(performance.now() - startedAt).toBeGreaterThan(50);
  });

  it('html is a web page', async () => {
    const { headers, text } = await createMockScene().ask('GET', DEPLOYMENTS, undefined, {
      'x-mock-fault': 'html',
    });
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('<h1>');
  });

  it('throttle and unavailable have Retry-After', async () => {
    for (const name of ['throttle', 'unavailable']) {
      const { headers } = await createMockScene().ask('GET', DEPLOYMENTS, undefined, {
        'x-mock-fault': name,
      });
      expect(headers.get('retry-after')).toBe('5');
    }
  });

  it('cut has the whole response, which the listener cuts in half', async () => {
    const error = await createMockScene()
      .ask('POST', DEPLOYMENTS, makeBody(), { 'x-mock-fault': 'cut' })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConnectionFault);
    expect(await (error as ConnectionFault).response?.json()).toMatchObject({ name: 'app' });
  });

  it('late-create shows the deployment 8 seconds later and reserves its name until then', async () => {
    const { ask, clock } = createMockScene();
    await ask('POST', DEPLOYMENTS, makeBody(), { 'x-mock-fault': 'late-create' });
    expect((await ask('POST', DEPLOYMENTS, makeBody())).json.error_code).toBe('MOCK.400006');
    clock.move(7_999);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(0);
    clock.move(1);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(1);
  });

  it('late-create also delays a delete', async () => {
    const { ask, clock } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    const path = `${DEPLOYMENTS}/${json.id}`;
    await ask('DELETE', path, undefined, { 'x-mock-fault': 'late-create' });
    expect((await ask('GET', path)).json.state).toBe('PENDING_DELETE');
    clock.move(8_000);
    expect((await ask('GET', path)).status).toBe(404);
  });

  it('slow-pull waits, appears failed, and recovers', async () => {
    const { ask, clock } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody(), { 'x-mock-fault': 'slow-pull' });
    const path = `${DEPLOYMENTS.replace('deployments', 'pods')}?deployment_id=${json.id}`;
    const states: string[] = [];
    for (const ms of [0, 10_000, 50_000]) {
      clock.move(ms);
      states.push((await ask('GET', path)).json.pods[0].state);
    }
    expect(states).toEqual(['PENDING', 'CREATE_FAIL', 'RUNNING']);
  });

  it('reports an unknown fault', async () => {
    const { ask } = createMockScene();
    const header = await ask('GET', DEPLOYMENTS, undefined, { 'x-mock-fault': 'flood' });
    expect([header.status, header.json.error_code]).toEqual([400, 'MOCK.400009']);
    const tags = [{ key: 'mock-fault', value: 'flood' }];
    const tag = await ask('POST', DEPLOYMENTS, makeBody('app', { tags }));
    expect(tag.json.error_msg).toMatch(/^tags\[0\]\.value: /);
  });
});
