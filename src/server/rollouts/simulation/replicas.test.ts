/** Several processes on one store, in virtual time: each on a machine of its own, so only an expired lease frees a rollout. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rolloutPlanSchema } from '#src/domain/rollout/rollout-plan.ts';
import { createAttempts } from '#src/server/proxy/attempts.ts';
import { insertRollout } from '#src/server/rollouts/rows/insert-rollout.ts';
import { createCallTarget } from '#src/server/rollouts/actions/call-target.ts';
import { createRolloutEngine, type RolloutEngine } from '#src/server/rollouts/work/engine.ts';
import { LEASE_MS } from '#src/server/rollouts/work/lease.ts';
import { makeBody, PROJECT } from '#src/server/scene.fixture.ts';
import { openLibsqlStore } from '#src/server/store/libsql-store.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { MAX_LATE_MS, SimulatedTarget, type Fate } from './simulated-target.testing.ts';
import { VirtualTime } from './virtual-time.testing.ts';

const ROWS = 12;
const ID = 'rollout';
const DAY_MS = 86_400_000;

let time: VirtualTime;
let folder: string;
let replicas: Replica[];
/** Nodes that the target calls offline. */
const offline = new Set<string>();
beforeEach(() => {
  time = new VirtualTime();
  folder = mkdtempSync(join(tmpdir(), 'ief-replicas-'));
  replicas = [];
  offline.clear();
});
afterEach(async () => {
  for (const { store, alive } of replicas) {
    alive.value = false;
    await store.close();
  }
  rmSync(folder, { recursive: true });
});

function listOffline() {
  const nodes = [...offline].map((id) => ({ id, name: id, state: 'FAIL' }));
  const body = new TextEncoder().encode(JSON.stringify({ count: nodes.length, nodes }));
  return { status: 200, headers: { get: () => null }, body };
}

/** A process. While it sleeps, its timers and answers wait. */
interface Replica {
  readonly engine: RolloutEngine;
  readonly store: ServerStore;
  readonly alive: { value: boolean };
  /** Falls asleep at its next look before a request: the claim is committed, and nothing was sent. */
  sleepAtLook(): void;
  isAsleep(): boolean;
  wakeUp(): void;
}

/** Starts a process with a connection of its own to the common file. */
async function startReplica(host: string, target: SimulatedTarget): Promise<Replica> {
  const { clock } = time;
  const store = await openLibsqlStore(join(folder, 'store.db'), clock.wall);
  const alive = { value: true };
  let isAsleep = false;
  let isTired = false;
  let waiting: (() => void)[] = [];
  const whenAwake = (run: () => void) => {
    if (isAsleep) waiting.push(run);
    else run();
  };
  const place = target.asTarget(() => alive.value);
  const callTarget = createCallTarget({
    target: {
      ...place,
      upstream: async (request) => {
        if (isTired && request.method === 'GET' && request.path.includes('name=')) {
          isTired = false;
          isAsleep = true;
        }
        const answer = request.path.includes('/nodes')
          ? listOffline()
          : await place.upstream(request);
        if (isAsleep) await new Promise<void>((resolve) => waiting.push(resolve));
        return answer;
      },
    },
    projectId: PROJECT,
    instanceId: '',
    attempts: createAttempts(clock.elapsed),
    limits: undefined,
    wall: clock.wall,
    onBug: () => undefined,
  });
  let ids = 0;
  const newId = () => `${host}-${++ids}`;
  const engine = createRolloutEngine({
    store,
    clock,
    timers: { after: (ms, run) => time.after(ms, () => alive.value && whenAwake(run)) },
    owner: `${host} 1 ${newId()}`,
    settings: {
      settleMs: MAX_LATE_MS + 1_000,
      sendWithinMs: 5_000,
      readyPollMs: 2_000,
      nodesPollMs: 15_000,
    },
    newId,
    targetOf: () => ({ callTarget, needsToken: false }),
    tell: () => undefined,
    keepMs: 0,
  });
  engine.start();
  const replica = {
    engine,
    store,
    alive,
    sleepAtLook: () => (isTired = true),
    isAsleep: () => isAsleep,
    wakeUp() {
      isAsleep = false;
      for (const run of waiting.splice(0)) run();
      waiting = [];
    },
  };
  replicas.push(replica);
  return replica;
}

/** Stores a rollout that a process works on. */
async function store({ store, engine }: Replica): Promise<void> {
  const { node_ids: _, ...body } = makeBody('app');
  const plan = rolloutPlanSchema.parse({ waves: ['100%'], inFlight: 2, perMinute: 120 });
  const now = time.clock.wall();
  await insertRollout(store, {
    id: ID,
    target: 'lab',
    projectId: PROJECT,
    instanceId: '',
    action: 'create',
    kind: 'node',
    body: JSON.stringify(body),
    plan,
    ends: [ROWS],
    rows: Array.from({ length: ROWS }, (_, index) => ({
      subject: `node-${index + 1}`,
      name: `app-${index + 1}`,
      values: undefined,
    })),
    now,
    owner: engine.owner,
    leaseUntil: now + LEASE_MS,
  });
}

const read = ({ store }: Replica) =>
  store.db
    .selectFrom('rollouts')
    .select(['state', 'owner', 'ended_at'])
    .where('id', '=', ID)
    .executeTakeFirstOrThrow();

const until: VirtualTime['until'] = (isTrue) => time.until(isTrue);

/** Every row is ready, and the target got exactly one create for each. */
async function expectEnd(replica: Replica, target: SimulatedTarget): Promise<void> {
  await until(async () => (await read(replica)).ended_at !== null);
  const rows = await replica.store.db.selectFrom('rollout_rows').select('state').execute();
  expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: ROWS }, () => 'ready'));
  const names = target.deployments.map(({ name }) => name);
  expect(names).toHaveLength(ROWS);
  expect(new Set(names).size).toBe(ROWS);
}

const done = () => new SimulatedTarget(time, () => 'done');

it('a process that dies: the other takes over after its lease, not before, and ends the rollout', async () => {
  const target = done();
  const first = await startReplica('one', target);
  await store(first);
  const second = await startReplica('two', target);
  await until(() => target.deployments.length >= 4);
  expect((await read(second)).owner).toBe(first.engine.owner);
  first.alive.value = false;
  const killedAt = time.clock.elapsed();
  await until(async () => (await read(second)).owner === second.engine.owner);
  expect(time.clock.elapsed() - killedAt).toBeGreaterThan(2_000);
  expect(time.clock.elapsed() - killedAt).toBeLessThanOrEqual(LEASE_MS + 1_500);
  await expectEnd(second, target);
});

it.each([6_000, 14_000, 120_000])(
  'a process that sleeps for %i ms between claim and request sends nothing that another one sends',
  async (sleepMs) => {
    const target = done();
    const first = await startReplica('one', target);
    await store(first);
    const second = await startReplica('two', target);
    await until(() => target.deployments.length >= 3);
    first.sleepAtLook();
    await until(() => first.isAsleep());
    const sleptAt = time.clock.elapsed();
    await until(() => time.clock.elapsed() >= sleptAt + sleepMs);
    if (sleepMs > LEASE_MS + 1_500) {
      expect((await read(second)).owner).not.toBe(first.engine.owner);
    }
    first.wakeUp();
    // Whatever it would still send.
    const wokenAt = time.clock.elapsed();
    await until(() => time.clock.elapsed() >= wokenAt + 5_000);
    await expectEnd(second, target);
  },
);

it.each([
  ['ahead by two days', 2 * DAY_MS],
  ['back by two days', -2 * DAY_MS],
])('a clock that is set %s ends no deadline and no lease early', async (_how, ms) => {
  const target = done();
  // A node that is offline waits for a day before it is skipped.
  offline.add(`node-${ROWS}`);
  const first = await startReplica('one', target);
  await store(first);
  const second = await startReplica('two', target);
  await until(() => target.deployments.length >= 3);
  time.setWall(ms);
  await until(() => target.deployments.length === ROWS - 1);
  const last = await first.store.db
    .selectFrom('rollout_rows')
    .select('state')
    .where('position', '=', ROWS - 1)
    .executeTakeFirst();
  expect(last).toEqual({ state: 'waiting' });
  offline.clear();
  await expectEnd(second, target);
});

it('creates that take effect after the answer was lost are found, also by another process', async () => {
  const fates: Fate[] = ['late', 'done', 'lost', 'late', 'vanished'];
  const target = new SimulatedTarget(time, (kind) =>
    kind === 'creates' ? (fates.shift() ?? 'done') : 'done',
  );
  const first = await startReplica('one', target);
  await store(first);
  await until(() => fates.length <= 1);
  first.alive.value = false;
  await expectEnd(await startReplica('two', target), target);
});

it('a node that comes back after all others are done gets its deployment', async () => {
  const target = done();
  offline.add('node-1');
  const only = await startReplica('one', target);
  await store(only);
  await until(async () => {
    const rows = await only.store.db.selectFrom('rollout_rows').select('state').execute();
    return rows.filter(({ state }) => state === 'ready').length === ROWS - 1;
  });
  offline.clear();
  await expectEnd(only, target);
});
