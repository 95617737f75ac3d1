import { randomUUID } from 'node:crypto';
import type { SqliteDatabase } from 'kysely';
import Libsql from 'libsql';
import { createMockTarget } from '#src/server/create-targets.ts';
import type { MockOptions } from '#src/server/mock-ief/kit/options.ts';
import { createMockIef, type MockIef } from '#src/server/mock-ief/mock-ief.ts';
import { createAppScene, makeBody, PROJECT, type Ask } from '#src/server/scene.fixture.ts';
import { libsqlStoreOn } from '#src/server/store/libsql-store.ts';
import { migrateStore } from '#src/server/store/store.ts';
import { systemClock } from '#src/server/time/clock.ts';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import type { ServerApp } from '#src/server/app.ts';
import type { WorkerEvent } from './work/worker-state.ts';
import { createRollouts, type RolloutService } from './routes/rollout-service.ts';

/** The server with rollouts on a database in memory; waits are short. */
export interface RolloutScene {
  readonly ask: Ask;
  readonly app: ServerApp;
  readonly service: RolloutService;
  readonly mock: MockIef;
  /** The creates that reached the mock, by name. */
  readonly creates: ReadonlyMap<string, number>;
  /** Starts a rollout of creates and returns its ID. */
  start(total: number, more?: Record<string, unknown>): Promise<string>;
  /** Waits until a rollout is in one of the states. */
  until(id: string, ...states: string[]): Promise<Record<string, unknown>>;
  rows(id: string): Promise<readonly Record<string, unknown>[]>;
  /** Waits until the engine has looked at all rollouts in the store. */
  untilLookedAt(): Promise<void>;
  /** From now on the store refuses statements with this code, or works again. */
  failStore(code: string | undefined, statements?: RegExp): void;
}

interface SceneOptions {
  readonly mock?: Partial<MockOptions>;
  readonly target?: Partial<ProxyTarget>;
  readonly settleMs?: number;
  readonly tell?: (event: WorkerEvent) => void;
  /** Stands between the server and the mock. */
  readonly wrap?: (mock: MockIef) => MockIef;
}

export async function createRolloutScene(options: SceneOptions = {}): Promise<RolloutScene> {
  const mock = createMockIef({
    clock: systemClock,
    newId: randomUUID,
    podStartMs: 30,
    nodeCount: 20,
    ...options.mock,
  });
  const creates = new Map<string, number>();
  const counting: MockIef = async (request) => {
    if (request.method === 'POST') {
      const { name } = (await request.clone().json()) as { name: string };
      creates.set(name, (creates.get(name) ?? 0) + 1);
    }
    return mock(request);
  };
  const { store, failStore } = await openFragileStore();
  const target = {
    ...createMockTarget(options.wrap?.(counting) ?? counting, [], 2_000),
    ...options.target,
  };
  const rollouts = createRollouts({
    opened: { store },
    targets: [target],
    limits: undefined,
    clock: systemClock,
    newId: randomUUID,
    settleMs: options.settleMs ?? 400,
    keepDays: 30,
    tell: options.tell,
    settings: { readyPollMs: 40, nodesPollMs: 100 },
  });
  const service = rollouts as RolloutService;
  const { ask, app } = createAppScene({
    targets: [target],
    clock: systemClock,
    newId: randomUUID,
    rollouts,
  });
  const show = async (id: string) => (await ask('GET', `/api/rollouts/${id}`)).json;
  return {
    ask,
    app,
    service,
    mock,
    creates,
    failStore,
    async start(total, more = {}) {
      const { status, json } = await ask('POST', '/api/rollouts', makeRollout(total, more));
      if (status !== 201) throw new Error(JSON.stringify(json));
      return json.id as string;
    },
    async until(id, ...states) {
      for (let tries = 0; tries < 400; tries++) {
        const shown = await show(id);
        if (states.includes(shown.state)) return shown;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`still ${JSON.stringify(await show(id))}`);
    },
    async untilLookedAt() {
      // The first pass may have begun before.
      for (let passes = 0; passes < 2; passes++) {
        await new Promise<void>((resolve) => {
          const stopListening = service.onChange(() => {
            stopListening();
            resolve();
          });
          service.engine.wake();
        });
      }
    },
    rows: async (id) => (await ask('GET', `/api/rollouts/${id}/nodes?limit=1000`)).json.nodes,
  };
}

/** A database in memory that can be made to fail. */
async function openFragileStore() {
  const database = new Libsql(':memory:') as unknown as SqliteDatabase;
  let failure: { readonly code: string; readonly statements: RegExp } | undefined;
  const store = libsqlStoreOn(
    {
      close: () => database.close(),
      prepare(statement) {
        if (failure?.statements.test(statement))
          throw Object.assign(new Error('failure for a test'), { code: failure.code });
        return database.prepare(statement);
      },
    },
    systemClock.wall,
  );
  await migrateStore(store.db);
  const failStore: RolloutScene['failStore'] = (code, statements = /^/) => {
    failure = code === undefined ? undefined : { code, statements };
  };
  return { store, failStore };
}

/** A request for creates named `app-1` and so on, as fast as allowed. */
export function makeRollout(total: number, more: Record<string, unknown> = {}) {
  const { node_ids: _, ...body } = makeBody('app');
  return {
    target: 'mock',
    projectId: PROJECT,
    action: 'create',
    body,
    namePattern: 'app-{{n}}',
    nodes: Array.from({ length: total }, (_, index) => ({
      id: `node-${index + 1}`,
      name: `gw-${index + 1}`,
    })),
    ...more,
    plan: { waves: ['100%'], perMinute: 6000, ...(more.plan as object | undefined) },
  };
}
