import { expect, test } from 'vitest';
import { HttpError, NetworkError } from '#src/client/http/errors.ts';
import type { PodRecord } from '#src/client/pods/pods.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import { northPlace as place } from '#src/client/session/place.fixture.ts';
import type { ActionDeps, ItemState } from './deployment-action.ts';
import { actOnDeployment } from './act-on-deployment.ts';

const item = { id: 'abc', name: 'edge-web' };
const record = { id: 'abc', name: 'edge-web', node_ids: ['n'], replicas: 1, template: {} };
const done = { status: 204, json: undefined, requestId: 'r1', clockOffsetMs: undefined };

function refused(status: number, code: string, retryAfterS?: number): HttpError {
  return new HttpError({
    status,
    code,
    message: 'no',
    requestId: undefined,
    reason: '',
    retryAfterS,
    clockOffsetMs: undefined,
  });
}

const podNamed = (name: string): PodRecord => ({
  id: name,
  name,
  deploymentId: 'abc',
  nodeId: 'n',
  state: 'RUNNING',
  reason: '',
  message: '',
  createdAt: '',
  restarts: 0,
  containers: [],
});

async function run(action: 'delete' | 'restart', change: Partial<ActionDeps>) {
  let now = 0;
  const sent: string[] = [];
  const stored: SentRequest[] = [];
  const states: ItemState[] = [];
  const remembered: [number, number][] = [];
  const deps: ActionDeps = {
    now: () => now,
    wait: async (ms) => {
      now += ms;
    },
    newKey: () => 'key',
    read: async () => record,
    sendDelete: async () => done,
    readPods: async () => ['pod-1', 'pod-2', 'pod-3'].map(podNamed),
    rememberPods: (_item, pods, expected) => void remembered.push([pods.length, expected]),
    sendRestart: async () => done,
    store: async (request) => void stored.push(request),
    settle: async () => undefined,
    ...change,
  };
  const counted: ActionDeps = {
    ...deps,
    sendDelete: (one) => {
      sent.push(`delete ${one.id}`);
      return deps.sendDelete(one);
    },
    sendRestart: (one, pod) => {
      sent.push(`restart ${pod}`);
      return deps.sendRestart(one, pod);
    },
  };
  await actOnDeployment(action, item, place, counted, (state) => states.push(state));
  return {
    last: states.at(-1),
    states: states.map(({ state }) => state),
    sent,
    stored,
    remembered,
    now,
  };
}

/** The deployment is there until the first read after the delete. */
function goneAfterDelete(): ActionDeps['read'] {
  let reads = 0;
  return async () => (reads++ === 0 ? record : undefined);
}

test('a delete is recorded with the document before it', async () => {
  const { last, sent, stored } = await run('delete', { read: goneAfterDelete() });
  expect(last).toEqual({ state: 'done' });
  expect(sent).toEqual(['delete abc']);
  expect(stored.map(({ outcome }) => outcome)).toEqual(['sent', 'done']);
  expect(stored[1]).toMatchObject({
    action: 'delete',
    before: { name: 'edge-web', node_ids: ['n'], deployment: { replicas: 1, template: {} } },
    requestId: 'r1',
  });
});

test('a deployment that is already gone counts as deleted', async () => {
  expect((await run('delete', { read: async () => undefined })).sent).toEqual([]);
  const late = { sendDelete: () => Promise.reject(refused(404, 'MOCK.404001')) };
  expect((await run('delete', late)).last).toEqual({ state: 'done' });
  const proxy = { sendDelete: () => Promise.reject(refused(404, '')) };
  expect((await run('delete', proxy)).last).toMatchObject({ state: 'notDone' });
});

test('a delete that waits for its node is accepted, not done', async () => {
  expect((await run('delete', {})).last).toEqual({ state: 'pending' });
});

test('a refused delete is not done, and says why', async () => {
  const { last, stored } = await run('delete', {
    sendDelete: () => Promise.reject(refused(403, 'IEF.403')),
  });
  expect(last).toMatchObject({ state: 'notDone', error: { status: 403, code: 'IEF.403' } });
  expect(stored.at(-1)).toMatchObject({ outcome: 'notDone', error: { code: 'IEF.403' } });
});

test('a delete without a response is looked up and never sent again', async () => {
  const lost = { sendDelete: () => Promise.reject(new NetworkError('reset')) };
  let reads = 0;
  const gone = await run('delete', {
    ...lost,
    read: async () => (++reads < 4 ? record : undefined),
  });
  expect(gone).toMatchObject({ last: { state: 'done' }, sent: ['delete abc'] });
  expect(gone.states).toEqual(['working', 'lookingUp', 'done']);
  const stays = await run('delete', lost);
  expect(stays).toMatchObject({ last: { state: 'notDone' }, sent: ['delete abc'], now: 60_000 });
  expect(stays.stored.at(-1)).toMatchObject({ outcome: 'notDone' });
});

test('if the deployment cannot be read after a lost response, the outcome stays unknown', async () => {
  let isFirst = true;
  const { last } = await run('delete', {
    sendDelete: () => Promise.reject(new NetworkError('reset')),
    read: async () => {
      if (!isFirst) throw new NetworkError('offline');
      isFirst = false;
      return record;
    },
  });
  expect(last).toEqual({ state: 'unknown' });
});

test('a restart restarts every instance, and the page of the deployment waits for all of them', async () => {
  expect(await run('restart', {})).toMatchObject({
    last: { state: 'done' },
    sent: ['restart pod-1', 'restart pod-2', 'restart pod-3'],
    remembered: [[3, 3]],
  });
});

/** Answers the restart of one instance with an error. */
function failAt(podName: string, error: Error): Pick<ActionDeps, 'sendRestart'> {
  return {
    sendRestart: async (_item, name) => {
      if (name === podName) throw error;
      return done;
    },
  };
}

test.each([
  ['refused', refused(403, 'IEF.403'), 'partly', 'notDone'],
  ['without a response', new NetworkError('reset'), 'unknown', 'unknown'],
])(
  'a restart that stops halfway, %s, says which instances were restarted',
  async (_case, error, state, outcome) => {
    const { last, sent, stored, remembered } = await run('restart', failAt('pod-2', error));
    expect(sent).toEqual(['restart pod-1', 'restart pod-2']);
    const pods = [
      { name: 'pod-1', outcome: 'done' },
      { name: 'pod-2', outcome },
      { name: 'pod-3', outcome: 'notSent' },
    ];
    expect(last).toMatchObject({ state, pods, error: { message: error.message } });
    expect(stored.at(-1)).toMatchObject({
      outcome: state,
      pods,
      error: { message: error.message },
    });
    expect(remembered).toEqual([[3, 1]]);
  },
);

test('an instance that was replaced meanwhile does not stop the restart of the others', async () => {
  const { last, stored } = await run('restart', failAt('pod-2', refused(404, 'MOCK.404001')));
  expect(last).toEqual({ state: 'done' });
  expect(stored.at(-1)).toMatchObject({
    pods: [{ outcome: 'done' }, { outcome: 'gone' }, { outcome: 'done' }],
  });
});

test('a restart of instances that are all gone is not done', async () => {
  const { last } = await run('restart', {
    sendRestart: () => Promise.reject(refused(404, 'MOCK.404001')),
  });
  expect(last).toMatchObject({
    state: 'notDone',
    pods: [{ outcome: 'gone' }, { outcome: 'gone' }, { outcome: 'gone' }],
  });
});

test('a restart that is refused at once is not done', async () => {
  const { last, remembered } = await run('restart', failAt('pod-1', refused(403, 'IEF.403')));
  expect(last).toMatchObject({ state: 'notDone', error: { code: 'IEF.403' } });
  expect(remembered).toEqual([]);
});

test('without instances, or without the deployment, there is nothing to restart', async () => {
  const empty = await run('restart', { readPods: async () => [] });
  expect(empty).toMatchObject({ last: { state: 'noPods' }, sent: [], stored: [] });
  const gone = await run('restart', { read: async () => undefined });
  expect(gone).toMatchObject({ last: { state: 'gone' }, sent: [], stored: [] });
});

test('nothing is sent if the deployment cannot be read', async () => {
  const { last, sent } = await run('delete', {
    read: () => Promise.reject(refused(401, 'APIGW.0301')),
  });
  expect(last).toMatchObject({ state: 'notDone', error: { status: 401 } });
  expect(sent).toEqual([]);
});

test('too many requests are waited out as long as asked, up to five times', async () => {
  let refusals = 2;
  const sendDelete = async () => {
    if (refusals-- > 0) throw refused(429, 'BUILDER.rate_limited', 7);
    return done;
  };
  const patient = await run('delete', { sendDelete, read: goneAfterDelete() });
  expect(patient.last).toEqual({ state: 'done' });
  expect(patient.now).toBeGreaterThanOrEqual(14_000);
  const endless = await run('restart', {
    sendRestart: () => Promise.reject(refused(429, 'APIGW.0308', 1)),
  });
  expect(endless.sent).toHaveLength(6);
  expect(endless.last).toMatchObject({ state: 'notDone', error: { status: 429 } });
});
