import { Hono } from 'hono';
import { createAccessGuard, type AccessGuard, type AccessOptions } from './access/access-guard.ts';
import { createSessionRoutes } from './access/session-routes.ts';
import { BodyCut } from './http/body/read-body.ts';
import { hostOf, startRequestContext, type AppEnv } from './http/context/request-context.ts';
import { withRequestContext } from './http/context/with-request-context.ts';
import { createPathReader, pathnameOf, type ReadPath } from './http/kit/request-path.ts';
import { readPolicyReport } from './http/kit/csp-report.ts';
import { jsonHeaders } from './http/kit/json-headers.ts';
import { makeProblemResponse, HttpProblem } from './http/kit/problem.ts';
import type { Refuse } from './http/kit/refusal.ts';
import type { Log } from './http/kit/request-log.ts';
import { requireSameOrigin } from './http/kit/same-origin.ts';
import { createSecurityHeaders } from './http/kit/security-headers.ts';
import {
  createConcurrencyLimit,
  defaultConcurrency,
  type ConcurrencyLimit,
  type ConcurrencyLimits,
} from './http/limits/concurrency-limit.ts';
import { createPeerReader, type ReadPeer } from './http/limits/peers.ts';
import { createRateLimit } from './http/limits/rate-limit.ts';
import type { OnSent } from './http/listen/node-listener.ts';
import { serveStatic } from './http/static/serve-static.ts';
import type { StaticFiles } from './http/static/static-files.ts';
import { createAttempts } from './proxy/attempts.ts';
import type { LiveLimits } from './proxy/live-limits.ts';
import { createProxyHandler } from './proxy/proxy-handler.ts';
import { summarizeTarget, type ProxyTarget } from './proxy/target.ts';
import { createRolloutRoutes } from './rollouts/routes/rollout-routes.ts';
import type { Rollouts } from './rollouts/routes/rollout-service.ts';
import type { Clock } from './time/clock.ts';

/** Clock, ids and log are injected, so that the same function runs anywhere. */
export interface AppOptions {
  /** In display order; ids are unique. */
  readonly targets: readonly ProxyTarget[];
  readonly clock: Clock;
  /** Returns a new UUID on each call. */
  readonly newId: () => string;
  readonly log: Log;
  /** Checks the Host header; see http/kit/allowed-hosts.ts. */
  readonly isHostAllowed: (host: string | null) => boolean;
  /** The origin users open, if it differs from the Host header. */
  readonly publicOrigin?: string | undefined;
  /** Such as `/ief-builder`; absent or empty at the root. */
  readonly basePath?: string;
  /** True if the server itself terminates TLS. */
  readonly tls?: boolean;
  /** The built page. Without it, only the API responds. */
  readonly staticFiles?: StaticFiles | undefined;
  /** False once the server is shutting down. */
  readonly isReady?: () => boolean;
  /** Limits on requests to live targets; absent means none. */
  readonly limits?: LiveLimits | undefined;
  readonly concurrency?: ConcurrencyLimits;
  readonly readPeer?: ReadPeer;
  /** Who may use the credentials the server holds; absent if it holds none. */
  readonly access?: Omit<AccessOptions, 'secure' | 'basePath'> | undefined;
  /** Absent without a store. */
  readonly rollouts?: Rollouts;
}

/** The server as a function. `remote` is the remote address of the connection. Never rejects. */
export interface ServerApp {
  (request: Request, remote?: string, onSent?: OnSent): Promise<Response>;
  readonly refuse: Refuse;
  /** Requests in flight. */
  readonly concurrency: ConcurrencyLimit;
}

const CSP_REPORTS_PER_MINUTE = 10;

/** For the `Allow` header. proxy/proxy-handler.ts has the methods of targets. */
const ownMethods = {
  '/healthz': 'GET, HEAD',
  '/readyz': 'GET, HEAD',
  '/api/targets': 'GET, HEAD',
  '/api/session': 'GET, HEAD, POST, DELETE',
  '/csp-report': 'POST',
} as const;

const noRollouts: Rollouts = { reason: 'There is no store.' };

/** The URL of a request that was refused before it could be parsed. */
const UNPARSED = 'http://refused.invalid/';

export function createApp(options: AppOptions): ServerApp {
  const { clock, publicOrigin, basePath = '', tls = false, isReady = () => true } = options;
  const secure = tls || (publicOrigin?.startsWith('https:') ?? false);
  const readPath = createPathReader(basePath);
  const concurrency = createConcurrencyLimit(options.concurrency ?? defaultConcurrency);
  const routes = createRoutes(options, {
    basePath,
    secure,
    readPath,
    isReady,
    accessGuard: options.access && createAccessGuard({ ...options.access, secure, basePath }),
    ownOrigin: (request) => publicOrigin ?? `${tls ? 'https' : 'http'}://${hostOf(request) ?? ''}`,
  });
  const securityHeaders = createSecurityHeaders(secure);
  const handle = withRequestContext(
    { ...options, isReady, concurrency, securityHeaders, readPath },
    (request, context) => {
      if (readPath(request) !== undefined) return routes.fetch(request, context);
      // The request lacks the base path or its trailing slash.
      if (!['/', basePath].includes(pathnameOf(request)))
        throw new HttpProblem('BUILDER.not_found', 'No such address.');
      return new Response(null, { status: 307, headers: { location: `${basePath}/` } });
    },
  );
  const start = { clock, newId: options.newId, readPeer: options.readPeer ?? createPeerReader([]) };
  const serve = async (request: Request, remote?: string, onSent?: OnSent) => {
    const { method, headers } = request;
    const forwardedFor = headers.get('x-forwarded-for');
    const context = startRequestContext({ method, remote, forwardedFor, onSent }, start);
    return handle(request, context);
  };
  const refuse: Refuse = async (status, method = 'none') =>
    handle(new Request(UNPARSED), startRequestContext({ method, refusal: status }, start));
  return Object.assign(serve, { concurrency, refuse });
}

interface RouteOptions {
  readonly basePath: string;
  /** True if users reach the server over https. */
  readonly secure: boolean;
  readonly readPath: ReadPath;
  readonly isReady: () => boolean;
  readonly accessGuard: AccessGuard | undefined;
  readonly ownOrigin: (request: Request) => string;
}

function createRoutes(
  { targets, clock, limits, staticFiles, rollouts = noRollouts }: AppOptions,
  { basePath, secure, readPath, isReady, accessGuard, ownOrigin }: RouteOptions,
): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ getPath: (request) => readPath(request) ?? '' });
  app.onError((error, c) => {
    const isCut = error instanceof BodyCut;
    c.env.error = isCut ? new HttpProblem('BUILDER.bad_request', error.message) : error;
    return makeProblemResponse(c.env.error, c.env.requestId);
  });
  app.notFound(() => {
    throw new HttpProblem('BUILDER.not_found', 'No such address.');
  });

  app.get('/healthz', (c) => {
    c.env.route = '/healthz';
    return c.json({ status: 'ok' }, 200, jsonHeaders);
  });
  app.get('/readyz', (c) => {
    c.env.route = '/readyz';
    return isReady()
      ? c.json({ status: 'ready' }, 200, jsonHeaders)
      : c.json({ status: 'stopping' }, 503, jsonHeaders);
  });
  app.get('/api/targets', (c) => {
    c.env.route = '/api/targets';
    requireSameOrigin(c.req.raw, ownOrigin(c.req.raw));
    return c.json({ targets: targets.map(summarizeTarget) }, 200, jsonHeaders);
  });
  const isWholeHost = basePath === '';
  app.route('/api/session', createSessionRoutes({ accessGuard, ownOrigin, isWholeHost }));
  const rolloutRoutes = createRolloutRoutes({ rollouts, accessGuard, limits, ownOrigin });
  app.route('/api/rollouts', rolloutRoutes);
  const reports = createRateLimit(CSP_REPORTS_PER_MINUTE, clock.elapsed);
  app.post('/csp-report', async (c) => {
    c.env.route = '/csp-report';
    reports?.take();
    Object.assign(c.env, await readPolicyReport(c.req.raw));
    c.env.bodyArrived();
    return c.body(null, 204);
  });
  const { elapsed } = clock;
  // Two stores: creates on the mock need no credentials and must not evict those on live targets.
  const attempts = { mock: createAttempts(elapsed), live: createAttempts(elapsed) };
  const proxy = { targets, attempts, limits, accessGuard, ownOrigin, elapsed };
  app.all('/ief/*', createProxyHandler(proxy));
  for (const [path, allow] of Object.entries(ownMethods)) {
    app.all(path, () => {
      throw new HttpProblem(
        'BUILDER.method_not_allowed',
        'This address does not support this method.',
        {
          headers: { allow },
        },
      );
    });
  }
  // An unknown API path never returns the page.
  app.all('/api/*', (c) => c.notFound());
  app.get('*', (c) => {
    if (staticFiles === undefined) throw new HttpProblem('BUILDER.not_found', 'No such address.');
    c.env.route = 'page';
    return serveStatic(c.req.raw, c.req.path, { staticFiles, basePath, secure });
  });
  return app;
}
