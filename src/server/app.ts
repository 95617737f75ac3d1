import { Hono } from 'hono';
import { frameAnswers, hostOf, type Trace } from './http/frame-answer.ts';
import { answerPage } from './http/pages.ts';
import { answerProblem, Problem } from './http/problem.ts';
import type { Log } from './http/request-log.ts';
import type { StaticFiles } from './http/static-files.ts';
import { createAttempts } from './proxy/attempts.ts';
import { findRoute, passThrough } from './proxy/door.ts';
import type { RateLimit } from './proxy/rate-limit.ts';
import { refuseOtherOrigins } from './proxy/same-origin.ts';
import { summarizeTarget, type Target } from './proxy/target.ts';

/** What the server is made of: the world is handed in, so that the same function runs anywhere. */
export interface AppOptions {
  /** In the order they are shown; ids are unique. */
  readonly targets: readonly Target[];
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** Makes a UUID, another one at each call. */
  readonly newId: () => string;
  readonly log: Log;
  /** Says which Host headers are answered; see http/allowed-hosts.ts. */
  readonly isHostAllowed: (host: string | null) => boolean;
  /** Where people reach the page, if that is not `http://` and the Host header. */
  readonly publicOrigin?: string | undefined;
  /** The built page; without it only the API answers. */
  readonly built?: StaticFiles | undefined;
  /** False while the server is being stopped. */
  readonly isReady?: () => boolean;
  /** Requests to live targets; no limit if absent. */
  readonly rateLimit?: RateLimit | undefined;
}

/** The server as a function. Never rejects. */
export type App = (request: Request) => Promise<Response>;

/** Composes the whole server: probes, targets, the door to them, and the page. */
export function createApp(options: AppOptions): App {
  const { targets, now, publicOrigin, isReady = () => true } = options;
  const secure = publicOrigin?.startsWith('https:') ?? false;
  const attempts = createAttempts(now);
  const app = new Hono<{ Bindings: Trace }>();
  app.onError((error, c) => {
    c.env.error = error;
    return answerProblem(error, c.env.requestId);
  });
  app.notFound(() => {
    throw new Problem('BUILDER.not_found', 'No such address.');
  });

  app.get('/healthz', (c) => {
    c.env.route = '/healthz';
    return c.json({ status: 'ok' });
  });
  app.get('/readyz', (c) => {
    c.env.route = '/readyz';
    return isReady() ? c.json({ status: 'ready' }) : c.json({ status: 'stopping' }, 503);
  });
  app.get('/api/targets', (c) => {
    c.env.route = '/api/targets';
    return c.json({ targets: targets.map(summarizeTarget) });
  });
  app.all('/ief/:target/*', async (c) => {
    refuseOtherOrigins(c.req.raw, publicOrigin ?? `http://${hostOf(c.req.raw) ?? ''}`);
    const id = c.req.param('target');
    const target = targets.find((one) => one.id === id);
    if (target === undefined) {
      throw new Problem('BUILDER.unknown_target', 'No target of this id is configured.');
    }
    c.env.target = target.id;
    const path = new URL(c.req.url).pathname.slice(`/ief/${id}`.length);
    const match = findRoute(c.req.method, path, target);
    c.env.route = `/ief/{target}${match.route.template}`;
    if (target.kind === 'live') options.rateLimit?.take();
    return passThrough(c.req.raw, target, match, attempts);
  });
  // Never the page, whatever the path looks like.
  for (const path of ['/api/*', '/ief/*']) app.all(path, (c) => c.notFound());
  app.get('*', (c) => {
    if (options.built === undefined) throw new Problem('BUILDER.not_found', 'No such address.');
    c.env.route = 'page';
    return answerPage(c.req.raw, options.built, secure);
  });
  return frameAnswers(async (request, trace) => app.fetch(request, trace), {
    ...options,
    secure,
    isReady,
  });
}
