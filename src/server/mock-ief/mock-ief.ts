import { FORBIDDEN_KEY } from '#src/domain/core/json-text/forbidden-keys.ts';
import { Hono } from 'hono';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import { readBody } from '#src/server/http/body/read-body.ts';
import { createBucket } from '#src/server/http/limits/rate-limit.ts';
import { authorize, findRefusal } from './request/authorize.ts';
import { createExpiredTokens } from './request/expired-tokens.ts';
import { ConnectionFault } from './faults/connection-fault.ts';
import {
  handleCreateDeployment,
  handleDeleteDeployment,
  handleListDeployments,
  handleShowDeployment,
  handleUpdateDeployment,
} from './routes/deployments.ts';
import { makeErrorResponse, MockError } from './kit/errors.ts';
import {
  mockLimits,
  pathParam,
  type MockContext,
  type MockBindings,
} from './request/mock-context.ts';
import { faultFromHeader, faultFromTag, runFault } from './faults/faults.ts';
import { handleIssueToken, handleListProjects } from './routes/iam.ts';
import { withDefaults, type MockOptions } from './kit/options.ts';
import { handleDeletePod, handleListPods, handleRestartPod } from './routes/pods.ts';
import { handleShowQuotas } from './routes/quotas.ts';
import { collections, listHandler, showHandler } from './routes/resources.ts';
import { createTenants } from './state/tenants.ts';

/** Rejects only with a ConnectionFault, when a fault needs the connection. */
export type MockIef = (request: Request) => Promise<Response>;

/**
 * Creates a stateful stand-in for IEF, at the real service's paths. Deterministic: the same requests at the same
 * times with the same ids get the same responses. docs/mock.md lists the differences from the service.
 */
export function createMockIef(options: MockOptions): MockIef {
  const settings = withDefaults(options);
  const tenants = createTenants(settings.limits);
  const creates = createBucket(settings.limits.createsPerSecond, settings.clock.elapsed, 1_000);
  const expiredTokens = createExpiredTokens(settings.suppliedToken);
  const routes = createRoutes();
  return async (request) => {
    const requestId = settings.newId();
    const response = await respond(request, requestId).catch((error: unknown) => {
      if (error instanceof ConnectionFault) throw error;
      return makeErrorResponse(toMockError(error), requestId);
    });
    response.headers.set('x-request-id', requestId);
    return response;
  };

  /** Counts a create. Throws MockError tooManyCreates before any other work. */
  function countCreate(): void {
    const waitS = creates?.take() ?? 0;
    if (waitS === 0) return;
    const { createsPerSecond } = settings.limits;
    throw new MockError(
      'tooManyCreates',
      `the mock accepts ${createsPerSecond} creates per second; wait, or raise MOCK_CREATES_PER_SECOND`,
      { 'retry-after': String(waitS) },
    );
  }

  async function respond(request: Request, requestId: string): Promise<Response> {
    const needsNoToken = new URL(request.url).pathname === TOKENS;
    let refusal = needsNoToken ? undefined : findRefusal(request, settings);
    if (refusal === undefined) expiredTokens.check(request);
    if (refusal === undefined && isCreate(request)) countCreate();
    // Check credentials first; without them the body is not read.
    const bytes = refusal === undefined ? await readBytes(request) : new Uint8Array(0);
    if (refusal === undefined && !needsNoToken) refusal = findRefusal(request, settings, bytes);
    const readBody = memoize(() =>
      parseJson(bytes, { limits: mockLimits, forbiddenKey: FORBIDDEN_KEY }),
    );
    const { byteLength } = bytes;
    const bindings = {
      byteLength,
      expiredTokens,
      readBody,
      refusal,
      requestId,
      settings,
      tenants,
    };
    const carryOut: Parameters<typeof runFault>[1]['carryOut'] = async (effects) =>
      routes.fetch(request, {
        ...bindings,
        effects: { lateMs: 0, podFault: undefined, ...effects },
      });
    const fault =
      faultFromHeader(request) ?? (refusal === undefined ? faultFromTag(readBody()) : undefined);
    return fault === undefined
      ? carryOut()
      : runFault(fault, {
          carryOut,
          settings,
          signal: request.signal,
          expireToken: () => expiredTokens.expire(request),
        });
  }
}

function isCreate({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname.endsWith('/edgemgr/deployments');
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const read = await readBody(request).catch(() => {
    throw new MockError('notJson', '$: the body is incomplete');
  });
  if (read.kind === 'read') return read.bytes;
  throw new MockError('tooLarge', undefined, read.drained ? {} : { connection: 'close' });
}

function memoize<T extends object>(create: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= create());
}

const TOKENS = '/v3/auth/tokens';
const PROJECT_ID = /^[0-9a-f]{32}$/i;

function createRoutes(): Hono<{ Bindings: MockBindings }> {
  const app = new Hono<{ Bindings: MockBindings }>();
  app.notFound((context) => makeErrorResponse(new MockError('noSuchApi'), context.env.requestId));
  app.onError((error, context) => makeErrorResponse(toMockError(error), context.env.requestId));

  app.post(TOKENS, handleIssueToken);
  app.get('/v3/projects', (context) => {
    authorize(context);
    return handleListProjects(context);
  });

  const withProject = (handle: (context: MockContext) => Response) => (context: MockContext) => {
    authorize(context);
    if (!PROJECT_ID.test(pathParam(context, 'project_id'))) throw new MockError('projectNotFound');
    return handle(context);
  };
  const v3 = '/v3/:project_id/edgemgr';
  app.post(`${v3}/deployments`, withProject(handleCreateDeployment));
  app.get(`${v3}/deployments`, withProject(handleListDeployments));
  app.get(`${v3}/deployments/:id`, withProject(handleShowDeployment));
  app.put(`${v3}/deployments/:id`, withProject(handleUpdateDeployment));
  app.delete(`${v3}/deployments/:id`, withProject(handleDeleteDeployment));
  app.get(`${v3}/pods`, withProject(handleListPods));
  app.post(`${v3}/deployments/:id/pods/:pod_name/restart`, withProject(handleRestartPod));
  app.delete(`${v3}/deployments/:id/pods/:pod_name`, withProject(handleDeletePod));
  const v2 = '/v2/:project_id/edgemgr';
  for (const collection of collections) {
    app.get(`${v2}/${collection.path}`, withProject(listHandler(collection)));
    app.get(`${v2}/${collection.path}/:id`, withProject(showHandler(collection)));
  }
  app.get(`${v2}/quotas`, withProject(handleShowQuotas));
  return app;
}

function toMockError(error: unknown): MockError {
  return error instanceof MockError ? error : new MockError('internal');
}
