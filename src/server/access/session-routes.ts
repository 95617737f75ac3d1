import { Hono } from 'hono';
import { asObject } from '#src/json/value.ts';
import { hostOf, type TraceEnv } from '#src/server/http/frame-answer.ts';
import { respond, respondJson } from '#src/server/http/lean-response.ts';
import { parseJson } from '#src/server/http/parse-json.ts';
import { Problem } from '#src/server/http/problem.ts';
import { readBody } from '#src/server/http/read-body.ts';
import { refuseOtherOrigins, refuseOtherTypes } from '#src/server/proxy/same-origin.ts';
import type { DoorKeeper } from './door-keeper.ts';

const MOST_BYTES = 8 * 1024;

/** Speaks for the whole host: below a base path it would end the sessions of its neighbours. */
const CLEAR_ALL = { 'clear-site-data': '"cache", "cookies"' };

/** What the routes are made of. */
interface SessionRoutesOptions {
  readonly keeper: DoorKeeper | undefined;
  readonly ownOrigin: (request: Request) => string;
  /** False where the host may serve others as well. */
  readonly isWholeHost: boolean;
}

/**
 * `/api/session`: GET says whether a secret is wanted, POST gives it for a cookie, DELETE ends the session.
 * Without a door keeper the server holds no credentials and everything is open.
 */
export function createSessionRoutes({
  keeper,
  ownOrigin,
  isWholeHost,
}: SessionRoutesOptions): Hono<TraceEnv> {
  const app = new Hono<TraceEnv>();
  app.use('*', async (c, next) => {
    c.env.route = '/api/session';
    refuseOtherOrigins(c.req.raw, ownOrigin(c.req.raw));
    await next();
  });
  app.get('/', async (c) => {
    if (keeper === undefined) return respondJson({ state: 'open', kind: null });
    const isOpen = await keeper.isOpen(c.req.raw.headers);
    return respondJson({ state: isOpen ? 'granted' : 'locked', kind: keeper.kind });
  });
  app.post('/', async (c) => {
    refuseOtherTypes(c.req.raw);
    const read = await readBody(c.req.raw, MOST_BYTES);
    c.env.bodyArrived();
    const json = read.kind === 'read' ? parseJson(read.bytes) : undefined;
    if (json?.ok !== true) throw new Problem('BUILDER.not_json', 'The body is not JSON in UTF-8.');
    if (keeper === undefined) return respond({ status: 204, headers: {}, body: null });
    const { secret } = asObject(json.value);
    const cookie = await keeper.open(secret, c.env.peer, hostOf(c.req.raw));
    return respond({ status: 204, headers: { 'set-cookie': cookie }, body: null });
  });
  app.delete('/', async (c) => {
    const headers = isWholeHost ? CLEAR_ALL : undefined;
    if (keeper === undefined) return respond({ status: 204, headers: { ...headers }, body: null });
    const cookie = await keeper.close(c.req.raw.headers);
    return respond({ status: 204, headers: { ...headers, 'set-cookie': cookie }, body: null });
  });
  return app;
}
