/** The engine of one process, in virtual time, with a target that answers as each test says. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutcome, CallTarget } from '#src/server/rollouts/actions/call-target.ts';
import {
  changeRollout,
  findRollout,
  type RolloutRecord,
} from '#src/server/rollouts/rows/rollout-records.ts';
import { NOW, storeRollout } from '#src/server/rollouts/rows/rows.testing.ts';
import { createRolloutEngine, type RolloutEngine } from '#src/server/rollouts/work/engine.ts';
import { openLibsqlStore } from '#src/server/store/libsql-store.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { VirtualTime } from './virtual-time.testing.ts';

const MINUTE_MS = 60_000;
const ANSWER_MS = 40;

let time: VirtualTime;
let store: ServerStore;
let engine: RolloutEngine;
/** The names that were created, in order. */
let created: string[];
let nodeReads: number;
let answerNodes: () => CallOutcome;
let answerCreate: (name: string, token: string) => CallOutcome | Promise<CallOutcome>;

beforeEach(async () => {
  time = new VirtualTime();
  store = await openLibsqlStore(':memory:', time.clock.wall);
  created = [];
  nodeReads = 0;
  answerNodes = () => nodesOffline();
  answerCreate = create;
  engine = startEngine();
});
afterEach(async () => {
  await stopEngine();
  await store.close();
});

const ok = (json: unknown): CallOutcome => ({ kind: 'ok', json, clockOffsetMs: 0 });
const later = (retryAfterS?: number): CallOutcome => ({
  kind: 'later',
  code: 'X.503',
  message: 'busy',
  retryAfterS,
});
const nodesOffline = (...ids: string[]) =>
  ok({ count: ids.length, nodes: ids.map((id) => ({ id, name: id, state: 'FAIL' })) });

function create(name: string): CallOutcome {
  created.push(name);
  return ok({ id: `id ${name}`, name });
}

const callTarget: CallTarget = async ({ endpoint, query, body }, token) => {
  await new Promise<void>((resolve) => time.after(ANSWER_MS, resolve));
  if (endpoint === 'listNodes') {
    nodeReads += 1;
    return answerNodes();
  }
  if (endpoint === 'createDeployment') {
    const { name } = JSON.parse(body!) as { name: string };
    return answerCreate(name, token);
  }
  const names = created.filter((name) => name.includes(query?.name ?? ''));
  const ready = { replicas: 1, ready_replicas: 1, created_at: new Date(NOW).toISOString() };
  const deployments = names.map((name) => ({ id: `id ${name}`, name, ...ready }));
  return ok({ count: names.length, deployments });
};

function startEngine(needsToken = false): RolloutEngine {
  let ids = 0;
  const started = createRolloutEngine({
    store,
    clock: time.clock,
    timers: { after: time.after },
    owner: 'me',
    settings: {
      settleMs: 8_000,
      sendWithinMs: 5_000,
      readyPollMs: 2_000,
      nodesPollMs: 15_000,
    },
    newId: () => `id-${++ids}`,
    targetOf: () => ({ callTarget, needsToken }),
    tell: () => undefined,
    keepMs: 0,
  });
  started.start();
  return started;
}

async function stopEngine(): Promise<void> {
  let isStopped = false;
  void engine.stop().then(() => (isStopped = true));
  await time.until(() => isStopped);
}

const start = (total: number, plan: Record<string, unknown> = {}) =>
  storeRollout(store, total, { waves: ['100%'], perMinute: 6000, ...plan });

type State = RolloutRecord['state'];

async function change(from: State, to: State): Promise<void> {
  const isChanged = await changeRollout(store, 'r1', [from], { state: to }, time.clock.wall());
  expect(isChanged).toBe(true);
  engine.wake();
}

const rows = () =>
  store.db
    .selectFrom('rollout_rows')
    .select(['state', 'offline_since', 'error_code'])
    .orderBy('position')
    .execute();
const states = async () => (await rows()).map(({ state }) => state);
const reasons = async () => (await rows()).map((row) => row.error_code);

describe('the states of the nodes', () => {
  it.each([
    ['in a second', undefined, 60],
    ['as soon as the target asks for, but not at once', 0, 60],
    ['when the target asks for', 20, 3],
  ])(
    'are read again %s if they cannot be read, and nothing is sent before',
    async (_when, retryAfterS, most) => {
      answerNodes = () => later(retryAfterS);
      await start(2);
      await time.pass(MINUTE_MS);
      expect(created).toEqual([]);
      expect(nodeReads).toBeGreaterThan(1);
      expect(nodeReads).toBeLessThanOrEqual(most);
      expect(await reasons()).toEqual(['nodes_unread', 'nodes_unread']);
      answerNodes = () => nodesOffline('node-1');
      await time.until(async () => (await states())[1] === 'ready');
      await time.pass(MINUTE_MS);
      expect(created).toEqual(['app-2']);
      expect(await reasons()).toEqual([null, null]);
    },
  );

  it('count as they were while they cannot be read again, and the target is not asked more often', async () => {
    answerNodes = () => nodesOffline('node-1');
    await start(4, { perMinute: 1 });
    await time.until(() => created.length === 1);
    const before = nodeReads;
    answerNodes = () => later();
    await time.pass(3 * MINUTE_MS);
    expect(created).toEqual(['app-2', 'app-3', 'app-4']);
    expect(nodeReads - before).toBeLessThanOrEqual(12);
  });

  it('count as running if the target refuses to show them, also those that were offline', async () => {
    answerNodes = () => nodesOffline('node-1');
    await start(2);
    await time.until(() => created.length === 1);
    answerNodes = () => ({ kind: 'refused', status: 403, code: 'X.403', message: 'no' });
    await time.until(() => created.length === 2);
    expect(created).toEqual(['app-2', 'app-1']);
  });
});

describe('the deadline of a node that is offline', () => {
  const isSeenOffline = async () => (await rows()).some((row) => row.offline_since !== null);

  it('ends nothing if the node came back during a pause', async () => {
    answerNodes = () => nodesOffline('node-1');
    await start(1, { offlineWithinS: 60 });
    await time.until(isSeenOffline);
    await change('running', 'paused');
    answerNodes = () => nodesOffline();
    await time.pass(5 * MINUTE_MS);
    expect(await states()).toEqual(['waiting']);
    await change('paused', 'running');
    await time.until(async () => (await states())[0] === 'ready');
  });

  it('ends nothing if the node came back while no server ran', async () => {
    answerNodes = () => nodesOffline('node-1');
    await start(1, { offlineWithinS: 60 });
    await time.until(isSeenOffline);
    await stopEngine();
    answerNodes = () => nodesOffline();
    await time.pass(5 * MINUTE_MS);
    engine = startEngine();
    await time.until(async () => (await states())[0] !== 'waiting');
    expect(await states()).toEqual(['sending']);
  });

  it('ends the row of a node that is still offline after a pause, not during it', async () => {
    answerNodes = () => nodesOffline('node-1');
    await start(1, { offlineWithinS: 60 });
    await time.until(isSeenOffline);
    await change('running', 'paused');
    await time.pass(5 * MINUTE_MS);
    expect(await states()).toEqual(['waiting']);
    await change('paused', 'running');
    await time.until(async () => (await states())[0] !== 'waiting');
    expect(await rows()).toMatchObject([{ state: 'skipped', error_code: 'offline' }]);
  });
});

it('after a pause nothing is sent to nodes that went offline during it', async () => {
  await start(4, { inFlight: 1, perMinute: 60 });
  await time.until(() => created.length === 2);
  await change('running', 'paused');
  await time.pass(MINUTE_MS);
  const before = [...created];
  answerNodes = () => nodesOffline('node-3', 'node-4');
  await change('paused', 'running');
  await time.pass(MINUTE_MS);
  expect(created).toEqual(before);
});

describe('after the token was refused', () => {
  let release: (outcome: CallOutcome) => void;

  /** The create of one row was refused, that of the other one is in flight. */
  beforeEach(async () => {
    await stopEngine();
    engine = startEngine(true);
    engine.giveToken('r1', 'old');
    const held = new Promise<CallOutcome>((resolve) => (release = resolve));
    answerCreate = (name, token) => {
      if (token !== 'old') return create(name);
      return name === 'app-1' ? { kind: 'sign-in', message: 'no' } : held;
    };
    await start(2);
    await time.until(async () => (await findRollout(store, 'r1'))!.state === 'needs-token');
    // Several passes.
    await time.pass(5_000);
    expect(await states()).toEqual(['waiting', 'sending']);
  });

  async function resume(): Promise<void> {
    engine.giveToken('r1', 'new');
    await engine.takeOver('r1');
    await change('needs-token', 'running');
  }

  it('a stop waits for the requests in flight', async () => {
    let isStopped = false;
    void engine.stop().then(() => (isStopped = true));
    await time.pass(5_000);
    expect(isStopped).toBe(false);
    release(create('app-2'));
    await time.until(() => isStopped);
    expect(await states()).toEqual(['waiting', 'accepted']);
  });

  it('a resumed rollout knows which requests are in flight', async () => {
    await resume();
    await time.until(async () => (await states())[0] === 'ready');
    await time.pass(5_000);
    expect(await states()).toEqual(['ready', 'sending']);
    release(create('app-2'));
    await time.until(async () => (await states())[1] === 'ready');
    expect(created).toEqual(['app-1', 'app-2']);
  });

  it('a late refusal of that token says nothing about the next one', async () => {
    await resume();
    await time.until(async () => (await states())[0] === 'ready');
    release({ kind: 'sign-in', message: 'no' });
    await time.until(async () => (await states())[1] === 'ready');
    expect(created).toEqual(['app-1', 'app-2']);
  });
});
