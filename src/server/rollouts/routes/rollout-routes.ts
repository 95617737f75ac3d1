import { Hono } from 'hono';
import type { AccessGuard } from '#src/server/access/access-guard.ts';
import type { AppEnv } from '#src/server/http/context/request-context.ts';
import { EVENT_STREAM } from '#src/server/http/kit/json-headers.ts';
import { readBody } from '#src/server/http/body/read-body.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { requireJsonType, requireSameOrigin } from '#src/server/http/kit/same-origin.ts';
import type { LiveLimits } from '#src/server/proxy/live-limits.ts';
import { findRollout, type RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import { StoreFailure } from '#src/server/store/store-failure.ts';
import {
  abortRollout,
  deleteRollout,
  patchRollout,
  pauseRollout,
  resumeRollout,
  skipRow,
} from './change-rollout.ts';
import { retryRollout, rollBackRollout } from './linked-rollouts.ts';
import { createRollout, readRolloutJson } from './create-rollout.ts';
import { createEventStreams } from './event-streams.ts';
import { createRolloutAccess, type RolloutCaller } from './rollout-access.ts';
import {
  answerJson,
  listRollouts,
  listRows,
  noSuchRollout,
  placeOfRollout,
  showRollout,
  type RolloutContext,
} from './read-rollouts.ts';
import type { Rollouts, RolloutService } from './rollout-service.ts';

interface RolloutRoutesOptions {
  readonly rollouts: Rollouts;
  readonly accessGuard: AccessGuard | undefined;
  readonly limits: LiveLimits | undefined;
  readonly ownOrigin: (request: Request) => string;
}

/** Engine and page try again about as often. */
const STORE_RETRY_S = '5';
const SMALL_BODY_BYTES = 64 * 1024;
const ID = /^[A-Za-z0-9-]{1,64}$/;

/** `/api/rollouts`: the same checks as every other route, then the rollouts of places the caller may see. */
export function createRolloutRoutes(options: RolloutRoutesOptions): Hono<AppEnv> {
  const { rollouts, ownOrigin } = options;
  const app = new Hono<AppEnv>();
  app.use('*', async (c, next) => {
    c.env.route = '/api/rollouts';
    requireSameOrigin(c.req.raw, ownOrigin(c.req.raw));
    await next();
  });
  if ('reason' in rollouts) {
    app.all('*', () => {
      throw new HttpProblem('BUILDER.rollouts_off', `Rollouts are off. ${rollouts.reason}`);
    });
    return app;
  }
  const handlers = createHandlers(rollouts, options);
  addReads(app, handlers);
  addWrites(app, handlers);
  addActions(app, handlers);
  addMethodRefusals(app);
  return app;
}

/** How routes handle a request of a caller that was admitted. Templates are for the log. */
interface RolloutHandlers {
  readonly service: RolloutService;
  readonly handle: (
    template: string,
    work: (c: RolloutContext, caller: RolloutCaller) => Promise<Response>,
  ) => (c: RolloutContext) => Promise<Response>;
  /** For a request about one rollout. One that the caller may not see is not shown. */
  readonly handleOne: (
    template: string,
    work: (c: RolloutContext, record: RolloutRecord, token: string) => Promise<Response>,
  ) => (c: RolloutContext) => Promise<Response>;
}

function createHandlers(service: RolloutService, options: RolloutRoutesOptions): RolloutHandlers {
  const access = createRolloutAccess(service, options.accessGuard, options.limits);
  const handle: RolloutHandlers['handle'] = (template, work) =>
    async function admitted(c) {
      c.env.route = `/api/rollouts${template}`;
      const caller = await access.admit(c.req.raw, c.env.peer);
      const response = await work(c, caller).catch(rethrowFailure);
      if (caller.cookie !== undefined) response.headers.append('set-cookie', caller.cookie);
      return response;
    };
  return {
    service,
    handle,
    handleOne: (template, work) =>
      handle(`/{id}${template}`, async (c, caller) => {
        const id = c.req.param('id') ?? '';
        const record = ID.test(id) ? await findRollout(service.store, id) : undefined;
        if (record === undefined) throw noSuchRollout();
        c.env.target = record.target;
        return work(c, record, await proveRecord(service, caller, record));
      }),
  };
}

/** A store that fails is no bug: the caller may ask again soon. */
function rethrowFailure(error: unknown): never {
  if (!(error instanceof StoreFailure)) throw error;
  throw new HttpProblem(
    'BUILDER.store_failed',
    'The store of the server does not work at the moment. Try again soon.',
    { headers: { 'retry-after': STORE_RETRY_S }, cause: error },
  );
}

function addReads(app: Hono<AppEnv>, { service, handle, handleOne }: RolloutHandlers): void {
  const openEvents = createEventStreams(service);
  app.get(
    '/',
    handle('', (c, caller) => listRollouts(c, service, caller)),
  );
  app.get(
    '/:id',
    handleOne('', async (_c, { id }) => showRollout(service, id)),
  );
  app.get(
    '/:id/nodes',
    handleOne('/nodes', (c, record) => listRows(c, service, record)),
  );
  app.get(
    '/:id/events',
    handleOne('/events', async (c, { id }) => {
      // Hono drops the body of a response to HEAD without cancelling it: the stream would stay open.
      if (c.req.method === 'HEAD') {
        return new Response(null, { headers: { 'content-type': EVENT_STREAM } });
      }
      const response = openEvents(id, c.env.peer, c.req.header('last-event-id') ?? null);
      c.env.leaveFlight();
      return response;
    }),
  );
}

function addWrites(app: Hono<AppEnv>, { service, handle, handleOne }: RolloutHandlers): void {
  app.post(
    '/',
    handle('', async (c, caller) => {
      requireJsonType(c.req.raw);
      const json = await readRolloutJson(c.req.raw, c.env.bodyArrived);
      const created = await createRollout(service, caller, json);
      return 'id' in created ? answerJson({ id: created.id }, 201) : answerJson(created, 400);
    }),
  );
  app.patch(
    '/:id',
    handleOne('', async (c, record) => {
      requireJsonType(c.req.raw);
      const body = await readRolloutJson(c.req.raw, c.env.bodyArrived, SMALL_BODY_BYTES);
      const problems = await patchRollout(service, record, body);
      return problems === undefined
        ? showRollout(service, record.id)
        : answerJson({ problems }, 400);
    }),
  );
  app.delete(
    '/:id',
    handleOne('', async (c, record) => {
      await dropBody(c);
      await deleteRollout(service, record);
      return new Response(null, { status: 204 });
    }),
  );
}

function addActions(app: Hono<AppEnv>, { service, handleOne }: RolloutHandlers): void {
  const actions = {
    pause: pauseRollout,
    resume: resumeRollout,
    abort: abortRollout,
  };
  for (const [name, act] of Object.entries(actions)) {
    app.post(
      `/:id/${name}`,
      handleOne(`/${name}`, async (c, record, token) => {
        await dropBody(c);
        await act(service, record, token);
        return showRollout(service, record.id);
      }),
    );
  }
  const links = { retry: retryRollout, 'roll-back': rollBackRollout };
  for (const [name, link] of Object.entries(links)) {
    app.post(
      `/:id/${name}`,
      handleOne(`/${name}`, async (c, record, token) => {
        await dropBody(c);
        return answerJson({ id: await link(service, record, token) }, 201);
      }),
    );
  }
  app.post(
    '/:id/nodes/:nodeId/skip',
    handleOne('/nodes/{nodeId}/skip', async (c, record) => {
      await dropBody(c);
      await skipRow(service, record, c.req.param('nodeId') ?? '');
      return showRollout(service, record.id);
    }),
  );
}

const methods = {
  '/': 'GET, HEAD, POST',
  '/:id': 'GET, HEAD, PATCH, DELETE',
  '/:id/nodes': 'GET, HEAD',
  '/:id/events': 'GET, HEAD',
  '/:id/pause': 'POST',
  '/:id/resume': 'POST',
  '/:id/abort': 'POST',
  '/:id/retry': 'POST',
  '/:id/roll-back': 'POST',
  '/:id/nodes/:nodeId/skip': 'POST',
} as const;

function addMethodRefusals(app: Hono<AppEnv>): void {
  for (const [path, allow] of Object.entries(methods)) {
    app.all(path, () => {
      throw new HttpProblem(
        'BUILDER.method_not_allowed',
        'This address does not support this method.',
        { headers: { allow } },
      );
    });
  }
}

/** Proves that the caller may use a rollout; returns the token. */
async function proveRecord(
  { targets }: RolloutService,
  caller: RolloutCaller,
  record: RolloutRecord,
): Promise<string> {
  const place = placeOfRollout(record);
  // Its target was removed from the configuration: a session is the only proof left.
  if (!targets.some(({ id }) => id === record.target)) {
    if ((await caller.maySee(place)) === 'yes') return '';
    throw noSuchRollout();
  }
  return caller.prove(place);
}

/** The body of an action is read and dropped. */
async function dropBody(c: RolloutContext): Promise<void> {
  await readBody(c.req.raw);
  c.env.bodyArrived();
}
