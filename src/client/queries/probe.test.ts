import { afterEach, expect, test } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { HttpError, NetworkError } from '../http/errors.ts';
import { probe } from './probe.ts';
import { getSession, type Session } from '../session/session.ts';

afterEach(() => replaceClient());

const tested: Session = {
  ...getSession(),
  targetId: 'live',
  projectId: 'a'.repeat(32),
  edition: 'platinum',
  instanceId: 'i-1',
  token: 'token-of-the-user',
};

/** Answers one request after the other. Returns the requests so far. */
function answerWith(...answers: (Response | Error)[]) {
  const requests: { path: string; headers: Record<string, string> }[] = [];
  const replies = [...answers];
  answerRequests(async (path: string, init: RequestInit) => {
    requests.push({ path, headers: init.headers as Record<string, string> });
    const answer = replies.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error('unexpected request');
  });
  return requests;
}

const targets = () => Response.json({ targets: [] });

test('sends a request to our server, then one to the tested target, and keeps the session', async () => {
  const before = getSession();
  const date = new Date(Date.now() + 600_000).toUTCString();
  const headers = { 'x-upstream-date': date, 'x-upstream-request-id': 'r-1' };
  const requests = answerWith(targets(), Response.json({ count: 0, deployments: [] }, { headers }));
  const { server, target, requestId, clockOffsetMs } = await probe(tested);
  expect([server, target, requestId]).toEqual([undefined, undefined, 'r-1']);
  expect(clockOffsetMs).toBeGreaterThan(590_000);
  expect(clockOffsetMs).toBeLessThan(610_000);
  expect(requests.map(({ path }) => path)).toEqual([
    '/api/targets',
    `/ief/live/v3/${'a'.repeat(32)}/edgemgr/deployments?limit=1`,
  ]);
  expect(requests[0]?.headers).not.toHaveProperty('X-Auth-Token');
  expect(requests[1]?.headers).toMatchObject({
    'X-Auth-Token': 'token-of-the-user',
    'ief-instance-id': 'i-1',
  });
  expect(getSession()).toBe(before);
});

test('sends no request to the target if our own server does not answer', async () => {
  const requests = answerWith(new TypeError('Failed to fetch'));
  expect((await probe(tested)).server).toBeInstanceOf(NetworkError);
  expect(requests).toHaveLength(1);
});

test('returns the refusal with its request ID', async () => {
  const body = { error_code: 'IEF.100001', error_msg: 'PROJECT_ID not found', request_id: 'r-2' };
  answerWith(targets(), Response.json(body, { status: 400 }));
  const { target, requestId, clockOffsetMs } = await probe(tested);
  expect(target).toBeInstanceOf(HttpError);
  expect([requestId, clockOffsetMs]).toEqual(['r-2', undefined]);
});

test('accepts only a list of deployments', async () => {
  answerWith(targets(), Response.json({ status: 'fine' }));
  expect((await probe(tested)).target?.kind).toBe('contract');
});
