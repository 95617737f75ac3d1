import { afterEach, expect, test } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { northTarget } from '../connection/connection.testing.ts';
import { placeOf } from '../session/place.ts';
import { getSession } from '../session/session.ts';
import { changePod } from './pod-actions.ts';
import type { PodAction } from './change-deployment.ts';
import type { SentRequest } from './sent-request.ts';

let stored: SentRequest[] = [];
afterEach(() => {
  stored = [];
  replaceClient();
});

const pod = { deploymentId: 'd-1', deploymentName: 'web', podName: 'web-1' };
const change = (action: PodAction) =>
  changePod(placeOf(northTarget, getSession()), action, pod, {
    store: async (request) => void stored.push(request),
  });
const restart = () => change('restart');

test('a restart and a delete are each one request', async () => {
  const sent: string[] = [];
  answerRequests(async (url, { method }) => {
    sent.push(`${method} ${url.replace(/^.*edgemgr/, '')}`);
    return method === 'POST'
      ? Response.json('restart accepted', { status: 202 })
      : new Response(null, { status: 204 });
  });
  expect(await restart()).toEqual({ kind: 'done' });
  expect(await change('delete')).toEqual({ kind: 'done' });
  expect(sent).toEqual([
    'POST /deployments/d-1/pods/web-1/restart',
    'DELETE /deployments/d-1/pods/web-1',
  ]);
  expect(stored.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    'restartPod sent',
    'restartPod done',
    'deletePod sent',
    'deletePod done',
  ]);
  expect(stored.at(-1)).toMatchObject({
    name: 'web',
    deploymentId: 'd-1',
    pods: [{ name: 'web-1', outcome: 'done' }],
  });
});

test('an answer that is no JSON still means that it is done', async () => {
  answerRequests(async () => new Response('restarted', { status: 202 }));
  expect(await restart()).toEqual({ kind: 'done' });
});

test.each([
  ['refused', 403, 'notDone'],
  ['unknown to the service', 404, 'notDone'],
  ['lost behind the gateway', 504, 'unknown'],
])('%s: %d is %s', async (_case, status, kind) => {
  answerRequests(async () => Response.json({ error_code: 'X', error_msg: 'no' }, { status }));
  expect(await restart()).toMatchObject({ kind });
  expect(stored.at(-1)).toMatchObject({ outcome: kind, status, error: { code: 'X' } });
});

test('without an answer the outcome is unknown', async () => {
  answerRequests(async () => {
    throw new Error('gone');
  });
  expect(await restart()).toMatchObject({ kind: 'unknown' });
});
