import { Hono, type Context } from 'hono';
import {
  createDoorKeeper,
  type AccessOptions,
  type DoorKeeper,
  type Passage,
} from './access/access-guard.ts';
import { createSessionRoutes } from './access/session-routes.ts';
import type { Clock } from './time/clock.ts';
import { createPathReader, pathOf } from './http/kit/address.ts';
import {
  createCrowd,
  standardCrowd,
  type Crowd,
  type CrowdLimits,
} from './http/limits/concurrency-limit.ts';
import { readPolicyReport } from './http/kit/csp-report.ts';
import {
  createFrame,
  hostOf,
  startTrace,
  type TraceEnv,
  type WhenSent,
} from './http/context/with-request-context.ts';
import { jsonHeaders } from './http/kit/json-headers.ts';
import { answerPage } from './http/static/pages.ts';
import { createPeerReader, type ReadPeer } from './http/limits/peers.ts';
import { answerProblem, Problem } from './http/kit/problem.ts';
import type { Refuse } from './http/kit/refusal.ts';
import type { Log } from './http/kit/request-log.ts';
import { createSecurityHeaders } from './http/kit/security-headers.ts';
import type { StaticFiles } from './http/static/static-files.ts';
import { createAttempts, type Attempts } from './proxy/attempts.ts';
import { findRoute, passThrough } from './proxy/forward.ts';
import { takeLimits, type LiveLimits } from './proxy/live-limits.ts';
import { createRateLimit } from './http/limits/rate-limit.ts';
import { refuseOtherOrigins, refuseOtherTypes, requireMark } from './http/kit/same-origin.ts';
import { holdsCredentials, summarizeTarget, type Target } from './proxy/target.ts';

/** What the server is made of: the world is handed in, so that the same function runs anywhere. */
export interface AppOptions {
  /** In the order they are shown; ids are unique. */
  readonly targets: readonly Target[];
  readonly clock: Clock;
  /** Makes a UUID, another one at each call. */
  readonly newId: () => string;
  readonly log: Log;
  /** Says which Host headers are answered; see http/allowed-hosts.ts. */
  readonly isHostAllowed: (host: string | null) => boolean;
  /** Where people reach the page, if that is not the Host header. */
  readonly publicOrigin?: string | undefined;
  /** The path everything is served under, such as `/ief-builder`; the root if absent or empty. */
  readonly basePath?: string;
  /** True if the server speaks TLS itself. */
  readonly tls?: boolean;
  /** The built page; without it only the API answers. */
  readonly built?: StaticFiles | undefined;
  /** False while the server is being stopped. */
  readonly isReady?: () => boolean;
  /** Limits on requests to live targets; none if absent. */
  readonly limits?: LiveLimits | undefined;
  readonly crowd?: CrowdLimits;
  readonly readPeer?: ReadPeer;
  /** Who may use what the server holds; absent where it holds nothing. */
  readonly access?: Omit<AccessOptions, 'secure' | 'basePath'> | undefined;
}

/** The server as a function; `remote` is the address at the other end of the connection. Never rejects. */
export interface App {
  (request: Request, remote?: string, whenSent?: WhenSent): Promise<Response>;
  readonly refuse: Refuse;
  /** The requests under way. */
  readonly crowd: Crowd;
}

type Asked = Context<TraceEnv>;

const CSP_REPORTS_PER_MINUTE = 10;

/** The methods of the server's own addresses, as `Allow` names them; proxy/door.ts knows those of targets. */
const ownMethods = {
  '/healthz': 'GET, HEAD',
  '/readyz': 'GET, HEAD',
  '/api/targets': 'GET, HEAD',
  '/api/session': 'GET, HEAD, POST, DELETE',
  '/csp-report': 'POST',
} as const;

/** Composes the whole server: probes, targets, the door to them, and the page. */
export function createApp(options: AppOptions): App {
  const { targets, clock, publicOrigin, basePath = '', tls = false } = options;
  const { isReady = () => true } = options;
  const secure = tls || (publicOrigin?.startsWith('https:') ?? false);
  const ownOrigin = (request: Request) =>
    publicOrigin ?? `${tls ? 'https' : 'http'}://${hostOf(request) ?? ''}`;
  // Two stores: creates on the mock need no credentials and must not push out those on live targets.
  const attempts = { mock: createAttempts(clock.elapsed), live: createAttempts(clock.elapsed) };
  const keeper = options.access && createDoorKeeper({ ...options.access, secure, basePath });
  const readPath = createPathReader(basePath);
  const reports = createRateLimit(CSP_REPORTS_PER_MINUTE, clock.elapsed);
  const crowd = createCrowd(options.crowd ?? standardCrowd);
  const frame = {
    ...options,
    isReady,
    crowd,
    securityHeaders: createSecurityHeaders(secure),
    readPath,
    readPeer: options.readPeer ?? createPeerReader([]),
  };
  const app = new Hono<TraceEnv>({ getPath: (request) => readPath(request) ?? '' });
  app.onError((error, c) => {
    c.env.error = error;
    return answerProblem(error, c.env.requestId);
  });
  app.notFound(() => {
    throw new Problem('BUILDER.not_found', 'No such address.');
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
    refuseOtherOrigins(c.req.raw, ownOrigin(c.req.raw));
    return c.json({ targets: targets.map(summarizeTarget) }, 200, jsonHeaders);
  });
  app.route(
    '/api/session',
    createSessionRoutes({ keeper, ownOrigin, isWholeHost: basePath === '' }),
  );
  app.post('/csp-report', async (c) => {
    c.env.route = '/csp-report';
    reports?.take();
    Object.assign(c.env, await readPolicyReport(c.req.raw));
    c.env.bodyArrived();
    return c.body(null, 204);
  });
  const door = { ...options, attempts, keeper, ownOrigin };
  app.all('/ief/*', (c) => answerTarget(c, door));
  for (const [path, allow] of Object.entries(ownMethods)) {
    app.all(path, () => {
      throw new Problem('BUILDER.method_not_allowed', 'This address is not made for this method.', {
        headers: { allow },
      });
    });
  }
  // Never the page, whatever the path looks like.
  app.all('/api/*', (c) => c.notFound());
  app.get('*', (c) => {
    if (options.built === undefined) throw new Problem('BUILDER.not_found', 'No such address.');
    c.env.route = 'page';
    return answerPage(c.req.raw, c.req.path, { built: options.built, basePath, secure });
  });
  const answerInFrame = createFrame(frame, (request, trace) => {
    if (readPath(request) !== undefined) return app.fetch(request, trace);
    // Where people land who leave the base path out, or its last slash.
    if (!['/', basePath].includes(pathOf(request)))
      throw new Problem('BUILDER.not_found', 'No such address.');
    return new Response(null, { status: 307, headers: { location: `${basePath}/` } });
  });
  const answer = async (request: Request, remote?: string, whenSent?: WhenSent) => {
    const { method, headers } = request;
    const forwardedFor = headers.get('x-forwarded-for');
    const trace = startTrace({ method, remote, forwardedFor, whenSent }, frame);
    return answerInFrame(request, trace);
  };
  const refuse: Refuse = async (status, method = 'none') =>
    answerInFrame(new Request(NOWHERE), startTrace({ method, refusal: status }, frame));
  return Object.assign(answer, { crowd, refuse });
}

/** The address of what never became a request. */
const NOWHERE = 'http://refused.invalid/';

interface Door extends AppOptions {
  readonly attempts: Readonly<Record<Target['kind'], Attempts>>;
  readonly keeper: DoorKeeper | undefined;
  readonly ownOrigin: (request: Request) => string;
}

/** `/ief/{target}/...`: who asks, from where, in which form, how often; then through to the target. */
async function answerTarget(c: Asked, door: Door): Promise<Response> {
  const { targets, attempts, keeper, limits, clock } = door;
  const { raw } = c.req;
  const [, , id = '', ...rest] = c.req.path.split('/');
  if (id === '') return c.notFound();
  refuseOtherOrigins(raw, door.ownOrigin(raw));
  const target = targets.find((one) => one.id === id);
  if (target === undefined) {
    throw new Problem('BUILDER.unknown_target', 'No target of this id is configured.');
  }
  c.env.target = target.id;
  const match = findRoute(raw.method, ['', ...rest].join('/'), target);
  c.env.route = `/ief/{target}${match.route.template}`;
  if (match.route.sendsBody) refuseOtherTypes(raw);
  let passage: Passage = {};
  if (holdsCredentials(target) && keeper !== undefined) {
    if (raw.headers.get('x-ief-access') === null) requireMark(raw);
    passage = await keeper.check(raw.headers, c.env.peer);
  }
  const { cookie, session } = passage;
  const creates = match.route.creates === true;
  if (target.kind === 'live') takeLimits(limits, { peer: c.env.peer, session, creates });
  const attempt = raw.headers.get('idempotency-key');
  if (creates && attempt !== null) c.env.attempt = attempt.slice(0, 8);
  const answer = await passThrough(raw, target, match, {
    attempts: attempts[target.kind],
    passedBy: passage.proof,
    elapsed: clock.elapsed,
    note: (seen) => Object.assign(c.env, seen),
    bodyArrived: c.env.bodyArrived,
  });
  const { status, headers, body } = answer;
  c.env.answerBytes = body.byteLength;
  const response = new Response(status === 204 ? null : body, { status, headers: { ...headers } });
  if (cookie !== undefined) response.headers.set('set-cookie', cookie);
  return response;
}
