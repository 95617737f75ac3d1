import { afterEach, expect, test } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { HttpError, NetworkError } from '../http/errors.ts';
import { replaceClient } from '../http/request.ts';
import { getSession } from '../session/session.ts';
import { forgetBaseline, rememberedBaseline, withBaseline } from './baselines.ts';

afterEach(() => {
  replaceClient();
  forgetBaseline('d');
});

function listOnePod() {
  answerRequests(async () => Response.json({ pods: [{ id: 'old', name: 'p', state: 'RUNNING' }] }));
}
const refusal = new HttpError({
  status: 400,
  code: 'IEF.1',
  message: 'no',
  requestId: undefined,
  reason: '',
  retryAfterS: undefined,
  clockOffsetMs: undefined,
});

test('the instances are remembered before the update is sent', async () => {
  listOnePod();
  const send = async () => rememberedBaseline('d')?.restarts;
  expect(await withBaseline(getSession(), 'd', false, send)).toEqual({ old: 0 });
});

test.each([
  ['refused', refusal, undefined],
  ['without an answer', new NetworkError('gone'), { old: 0 }],
])('an update that was %s', async (_case, error, restarts) => {
  listOnePod();
  const send = () => Promise.reject(error);
  await expect(withBaseline(getSession(), 'd', false, send)).rejects.toBe(error);
  expect(rememberedBaseline('d')?.restarts).toEqual(restarts);
});

test('an update that keeps the instances, or whose instances cannot be listed, has no baseline', async () => {
  answerRequests(async () => new Response('', { status: 403 }));
  const send = async () => 'sent';
  expect(await withBaseline(getSession(), 'd', true, send)).toBe('sent');
  expect(await withBaseline(getSession(), 'd', false, send)).toBe('sent');
  expect(rememberedBaseline('d')).toBeUndefined();
});
