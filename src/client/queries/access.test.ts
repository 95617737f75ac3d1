import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { accessQuery, enterAccess, followLink, leaveAccess, missingSignIn } from './access.ts';
import { HttpError, NetworkError } from '../http/errors.ts';

afterEach(() => replaceClient());

/** Answers one request after the other. Returns the requests so far. */
function serve(...answers: (Response | Promise<Response>)[]) {
  const requests: string[] = [];
  answerRequests(async (path: string, init: RequestInit) => {
    requests.push([init.method, path, init.body].filter(Boolean).join(' '));
    return answers.shift();
  });
  return requests;
}

const read = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false } } }).fetchQuery(accessQuery);

const refused = () =>
  Response.json({ error_code: 'BUILDER.access_refused', error_msg: 'no' }, { status: 401 });

test.each([
  ['locked', 'launch'],
  ['granted', 'access'],
])('the server reports the state %s', async (state, kind) => {
  serve(Response.json({ state, kind }));
  expect(await read()).toEqual({ state, kind, isLinkRefused: false });
});

test.each([
  ['holds nothing', Response.json({ state: 'open', kind: null })],
  ['knows no sessions', Response.json({ error_code: 'BUILDER.not_found' }, { status: 404 })],
])('a server that %s counts as open', async (_case, answer) => {
  serve(answer);
  expect(await read()).toEqual({ state: 'open', kind: null, isLinkRefused: false });
});

test('the secret is sent once, in the body', async () => {
  const requests = serve(new Response(null, { status: 204 }));
  await enterAccess('the-secret');
  expect(requests).toEqual(['POST /api/session {"secret":"the-secret"}']);
});

test('a wrong secret rejects with the refusal of the server', async () => {
  serve(refused());
  await expect(enterAccess('wrong')).rejects.toMatchObject({ code: 'BUILDER.access_refused' });
});

test('the state is read after the launch link was followed', async () => {
  let answer = (_response: Response) => {};
  const posted = new Promise<Response>((resolve) => (answer = resolve));
  const requests = serve(posted, Response.json({ state: 'granted', kind: 'launch' }));
  const following = followLink('the-secret');
  const state = read();
  await Promise.resolve();
  expect(requests).toHaveLength(1);
  answer(new Response(null, { status: 204 }));
  await following;
  expect(await state).toMatchObject({ state: 'granted' });
  expect(requests[1]).toBe('GET /api/session');
});

test('a refused launch link is reported while the server is locked, until another one is accepted', async () => {
  serve(refused(), Response.json({ state: 'locked', kind: 'launch' }));
  await followLink('old');
  expect(await read()).toMatchObject({ isLinkRefused: true });
  serve(new Response(null, { status: 204 }), Response.json({ state: 'locked', kind: 'launch' }));
  await followLink('new');
  expect(await read()).toMatchObject({ isLinkRefused: false });
});

test('signing out sends one request', async () => {
  const requests = serve(new Response(null, { status: 204 }));
  await leaveAccess();
  expect(requests).toEqual(['DELETE /api/session']);
});

test('a refusal determines the required sign-in', () => {
  const refusal = (status: number, code: string) =>
    new HttpError({
      status,
      code,
      message: '',
      reason: '',
      requestId: undefined,
      retryAfterS: undefined,
      clockOffsetMs: undefined,
    });
  expect(missingSignIn(refusal(401, 'BUILDER.access_needed'))).toBe('access');
  expect(missingSignIn(refusal(401, 'APIGW.0301'))).toBe('token');
  expect(missingSignIn(refusal(400, 'IEF.011005'))).toBe('token');
  expect(missingSignIn(refusal(403, 'APIGW.0302'))).toBeUndefined();
  expect(missingSignIn(new NetworkError('gone'))).toBeUndefined();
  expect(missingSignIn(null)).toBeUndefined();
});
