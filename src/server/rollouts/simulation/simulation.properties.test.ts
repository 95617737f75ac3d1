/**
 * Server, store, target and clock together, by seed: processes are killed between any two statements, answers are lost,
 * requests take effect late, the clock is set, the store fails and people pause. Whatever happens, a row never gets two
 * deployments, an update takes effect at most once, and every rollout ends.
 */
import fc from 'fast-check';
import type { SqliteDatabase } from 'kysely';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { getIn } from '#src/json/get-in.ts';
import { asList, asObject, type JsonObject } from '#src/json/value.ts';
import { createAttempts } from '#src/server/proxy/attempts.ts';
import { insertRollout } from '#src/server/rollouts/rows/insert-rollout.ts';
import { changeRollout } from '#src/server/rollouts/rows/rollout-records.ts';
import { rolloutPlanSchema } from '#src/domain/rollout/rollout-plan.ts';
import { waveEnds } from '#src/domain/rollout/waves.ts';
import { createCallTarget } from '#src/server/rollouts/actions/call-target.ts';
import { createRolloutEngine, type RolloutEngine } from '#src/server/rollouts/work/engine.ts';
import { libsqlStoreOn } from '#src/server/store/libsql-store.ts';
import { migrateStore, type ServerStore } from '#src/server/store/store.ts';
import { PROJECT, makeBody } from '#src/server/scene.fixture.ts';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import {
  MAX_LATE_MS,
  SimulatedTarget,
  type Deployment,
  type Fate,
} from './simulated-target.testing.ts';
import { VirtualTime } from './virtual-time.testing.ts';

const fates: readonly Fate[] = [
  'lost',
  'late',
  'vanished',
  'unreachable',
  'throttled',
  'unavailable',
  'unavailable-done',
  'refused',
];

/** What disturbs a rollout, `at` a number of statements of the store after the one before. */
const anyEvent = fc.record({
  at: fc.integer({ min: 1, max: 60 }),
  kind: fc.constantFrom('kill' as const, 'kill', 'clock', 'store', 'pause', 'stranger'),
  size: fc.integer({ min: -3_600_000, max: 3_600_000 }),
});
const anySchedule = fc.record({
  action: fc.constantFrom('create' as const, 'create', 'update', 'delete'),
  rows: fc.integer({ min: 1, max: 5 }),
  waves: fc.constantFrom<(string | number)[][]>(['100%'], [1, '100%'], [1, '50%', '100%']),
  inFlight: fc.integer({ min: 1, max: 4 }),
  stopAt: fc.integer({ min: 1, max: 5 }),
  /** Of the creates, and of the reads, in order; later ones are done. */
  creates: fc.array(fc.oneof(fc.constant<Fate>('done'), fc.constantFrom(...fates)), {
    maxLength: 10,
  }),
  reads: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<Fate>('done') },
      fc.constantFrom<Fate>('vanished', 'unavailable', 'throttled'),
    ),
    { maxLength: 12 },
  ),
  events: fc.array(anyEvent, { maxLength: 8 }),
});
type Schedule = typeof anySchedule extends fc.Arbitrary<infer S> ? S : never;

/** After this much time, in milliseconds, every rollout has ended. */
const TIME_LIMIT_MS = 2 * 3_600_000;

/** One for all: making the tables takes longer than a schedule. */
const database = new Libsql(':memory:') as unknown as SqliteDatabase & {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
};

const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();

/** Preparing takes most of the time. */
function prepared(sql: string): ReturnType<SqliteDatabase['prepare']> {
  const known = statements.get(sql) ?? database.prepare(sql);
  statements.set(sql, known);
  return known;
}

class Simulation {
  readonly time = new VirtualTime();
  readonly database = database;
  readonly target: SimulatedTarget;
  readonly schedule: Schedule;
  #events: Schedule['events'];
  #statements = 0;
  #ids = 0;
  #storeFailsUntil = 0;
  #willResume = false;
  #isAlive = { value: true };
  engine: RolloutEngine | undefined;
  store: ServerStore | undefined;
  id = 'rollout';

  constructor(schedule: Schedule) {
    this.schedule = schedule;
    this.#events = schedule.events;
    const left = { creates: [...schedule.creates], reads: [...schedule.reads] };
    this.target = new SimulatedTarget(this.time, (kind) => left[kind].shift() ?? 'done');
  }

  newId = () => `id-${++this.#ids}`;

  /** Starts a process, after the one before was killed. */
  start(): void {
    const alive = { value: true };
    this.#isAlive = alive;
    const { clock } = this.time;
    const store = libsqlStoreOn(this.#guard(alive), clock.wall);
    this.store = store;
    const target = this.target.asTarget(() => alive.value);
    const callTarget = createCallTarget({
      target,
      projectId: PROJECT,
      instanceId: '',
      attempts: createAttempts(clock.elapsed),
      limits: undefined,
      wall: clock.wall,
      onBug: () => undefined,
    });
    this.engine = createRolloutEngine({
      store,
      clock,
      timers: { after: (ms, run) => this.time.after(ms, () => alive.value && run()) },
      owner: `machine ${process.pid} ${this.newId()}`,
      settings: {
        settleMs: MAX_LATE_MS + 1_000,
        sendWithinMs: 5_000,
        readyPollMs: 2_000,
        nodesPollMs: 15_000,
      },
      newId: this.newId,
      targetOf: () => ({ callTarget, needsToken: false }),
      tell: () => undefined,
      keepMs: 0,
    });
    this.engine.start();
  }

  /** The database as one process sees it: each statement may be its last. */
  #guard(alive: { value: boolean }): SqliteDatabase {
    const check = () => {
      if (!alive.value) throw new Error('killed');
      if (this.time.clock.elapsed() < this.#storeFailsUntil) throw new Error('disk full');
    };
    return {
      close: () => undefined,
      prepare: (sql) => {
        check();
        const statement = prepared(sql);
        const run = <T>(work: () => T): T => {
          check();
          const result = work();
          this.#count();
          check();
          return result;
        };
        return {
          reader: statement.reader,
          all: (parameters) => run(() => statement.all(parameters)),
          run: (parameters) => run(() => statement.run(parameters)),
          iterate: (parameters) => statement.iterate(parameters),
        };
      },
    };
  }

  #count(): void {
    const [event, ...rest] = this.#events;
    if (event === undefined || this.id === '' || ++this.#statements < event.at) return;
    this.#statements = 0;
    this.#events = rest;
    switch (event.kind) {
      case 'kill':
        this.#isAlive.value = false;
        if (this.database.inTransaction) this.database.exec('rollback');
        this.time.after(300, () => this.start());
        return;
      case 'clock':
        this.time.setWall(event.size);
        return;
      case 'store':
        this.#storeFailsUntil = this.time.clock.elapsed() + Math.abs(event.size) / 200;
        if (this.database.inTransaction) this.database.exec('rollback');
        return;
      case 'pause':
        this.time.after(10, () => void this.#person());
        return;
      case 'stranger':
        if (this.schedule.action === 'update') return addVariable(this.target.deployments[0]!);
        // Someone else creates a deployment of a row's name, with other content.
        this.target.create({ ...makeBody('app-1'), node_ids: ['elsewhere'] });
    }
  }

  /** Pauses for a while. */
  async #person(): Promise<void> {
    const { store } = this;
    const patch = { state: 'paused', reason: 'person' } as const;
    const now = this.time.clock.wall();
    await changeRollout(store!, this.id, ['running'], patch, now).catch(() => undefined);
  }

  end(): void {
    this.#isAlive.value = false;
  }

  resumeSoon(): void {
    if (this.#willResume) return;
    this.#willResume = true;
    this.time.after(5_000, () => {
      this.#willResume = false;
      void this.#resume();
    });
  }

  async #resume(): Promise<void> {
    const patch = { state: 'running', reason: null, stop_at: 100, go_on_percent: 0 } as const;
    const now = this.time.clock.wall();
    const from = ['paused', 'stopped'] as const;
    await changeRollout(this.store!, this.id, from, patch, now).catch(() => undefined);
    this.engine?.wake();
  }
}

/** Someone else adds a variable to a deployment. */
function addVariable(one: Deployment): void {
  const envs = [{ name: 'STRANGER', value: '1' }];
  const { deployment } = one.body as { deployment: JsonObject };
  const template = asObject(deployment.template);
  const [container] = asList(template.containers);
  const containers = [{ ...asObject(container), envs }];
  one.body = { ...one.body, deployment: { ...deployment, template: { ...template, containers } } };
}

const IMAGE = '/deployment/template/containers/0/image_url';

/** What a rollout of an action needs, with the deployments that it changes. */
function partsOf({ target, schedule }: Simulation) {
  const { action, rows } = schedule;
  const names = Array.from({ length: rows }, (_, index) => `app-${index + 1}`);
  if (action === 'create') {
    const { node_ids: _, ...body } = makeBody('app');
    const creates = names.map((name, index) => ({
      subject: `node-${index + 1}`,
      name,
      values: undefined,
    }));
    return { action, kind: 'node', body: JSON.stringify(body), rows: creates } as const;
  }
  const values = action === 'update' ? { [IMAGE]: 'nginx:2' } : undefined;
  const changes = names.map((name) => ({
    subject: target.create(makeBody(name)).id,
    name,
    values,
  }));
  return { action, kind: 'deployment', body: null, rows: changes } as const;
}

async function simulate(schedule: Schedule): Promise<Simulation> {
  const simulation = new Simulation(schedule);
  const { id } = simulation;
  simulation.id = '';
  database.exec(
    'delete from rollouts; delete from rollout_rows; delete from rollout_names; delete from rollout_history',
  );
  simulation.start();
  const plan = rolloutPlanSchema.parse({
    waves: schedule.waves,
    inFlight: schedule.inFlight,
    stopAt: schedule.stopAt,
    perMinute: 6000,
    readyWithinS: 60,
  });
  const now = simulation.time.clock.wall();
  await insertRollout(simulation.store!, {
    id,
    target: 'lab',
    projectId: PROJECT,
    instanceId: '',
    ...partsOf(simulation),
    plan,
    ends: waveEnds(plan.waves, schedule.rows)!,
    now,
    owner: simulation.engine!.owner,
    leaseUntil: now + 10_000,
  });
  simulation.id = id;
  const begin = simulation.time.clock.elapsed();
  // Read past the guard: looking is no event.
  const look = prepared('select state, ended_at from rollouts');
  for (;;) {
    await simulation.time.step();
    const [record] = look.all([]) as { state: string; ended_at: number | null }[];
    if (record!.ended_at !== null) {
      simulation.end();
      return simulation;
    }
    // A person answers every stop and gate in the end.
    if (['paused', 'stopped'].includes(record!.state)) simulation.resumeSoon();
    if (simulation.time.clock.elapsed() - begin > TIME_LIMIT_MS) throw new Error('it never ends');
  }
}

interface EndedRow {
  readonly subject: string;
  readonly name: string;
  readonly state: string;
  readonly deployment_id: string | null;
}

/** An update takes effect at most once, and a row is ready only if its deployment is as wanted. */
function checkChanges(
  action: 'update' | 'delete',
  rows: readonly EndedRow[],
  { deployments }: SimulatedTarget,
): void {
  for (const { subject, state } of rows) {
    const one = deployments.find(({ id }) => id === subject)!;
    if (action === 'delete') {
      if (state === 'ready') expect(one.isDeleted).toBe(true);
      continue;
    }
    expect(one.updates).toBeLessThanOrEqual(1);
    const image = getIn(one.body, ['deployment', 'template', 'containers', 0, 'image_url']);
    if (state === 'ready') expect(image).toBe('nginx:2');
    expect(one.updates).toBe(image === 'nginx:2' ? 1 : 0);
  }
}

test(
  'a row never gets two deployments, and every rollout ends',
  async () => {
    await migrateStore(libsqlStoreOn(database, Date.now).db);
    await fc.assert(
      fc.asyncProperty(anySchedule, async (schedule) => {
        const { target, database, id } = await simulate(schedule);
        const rows = database
          .prepare(
            'select subject, name, state, deployment_id from rollout_rows where rollout_id = ?',
          )
          .all([id]) as readonly EndedRow[];
        for (const { state } of rows) expect(['ready', 'failed', 'skipped']).toContain(state);
        if (schedule.action !== 'create') return checkChanges(schedule.action, rows, target);
        const own = target.deployments.filter(
          ({ body }) => (body.node_ids as string[])[0] !== 'elsewhere',
        );
        const names = own.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const row of rows) {
          const created = own.find(({ name }) => name === row.name);
          if (row.state === 'ready') expect(row.deployment_id).toBe(created?.id);
        }
      }),
      { numRuns: runs(200) },
    );
  },
  PROPERTY_MS,
);
