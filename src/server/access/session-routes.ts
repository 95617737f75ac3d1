import { Hono } from 'hono';
import { asObject } from '#src/json/value.ts';
import { hostOf, type AppEnv } from '#src/server/http/context/request-context.ts';
import { jsonHeaders } from '#src/server/http/kit/json-headers.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { readBody } from '#src/server/http/body/read-body.ts';
import { requireSameOrigin, requireJsonType } from '#src/server/http/kit/same-origin.ts';
import type { AccessGuard } from './access-guard.ts';

const MAX_BYTES = 8 * 1024;

/** Applies to the whole host; below a base path it would end the sessions of other applications. */
const CLEAR_SITE_DATA = '"cache", "cookies"';

interface SessionRoutesOptions {
  readonly accessGuard: AccessGuard | undefined;
  readonly ownOrigin: (request: Request) => string;
  /** False if other applications may share the host. */
  readonly isWholeHost: boolean;
}

/**
 * `/api/session`: GET says whether a secret is required, POST exchanges it for a cookie, DELETE ends the session.
 * Without an access guard the server holds no credentials, and all requests are allowed.
 */
export function createSessionRoutes({
  accessGuard,
  ownOrigin,
  isWholeHost,
}: SessionRoutesOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use('*', async (c, next) => {
    c.env.route = '/api/session';
    requireSameOrigin(c.req.raw, ownOrigin(c.req.raw));
    await next();
  });
  app.get('/', async (c) => {
    if (accessGuard === undefined) return c.json({ state: 'open', kind: null }, 200, jsonHeaders);
    const isOpen = await accessGuard.isOpen(c.req.raw.headers);
    return c.json(
      { state: isOpen ? 'granted' : 'locked', kind: accessGuard.kind },
      200,
      jsonHeaders,
    );
  });
  app.post('/', async (c) => {
    requireJsonType(c.req.raw);
    const read = await readBody(c.req.raw, MAX_BYTES);
    c.env.bodyArrived();
    const json = read.kind === 'read' ? parseJson(read.bytes) : undefined;
    if (json?.ok !== true)
      throw new HttpProblem('BUILDER.not_json', 'The body is not JSON in UTF-8.');
    if (accessGuard === undefined) return c.body(null, 204);
    const { secret } = asObject(json.value);
    const cookie = await accessGuard.open(secret, c.env.peer, hostOf(c.req.raw));
    return c.body(null, 204, { 'set-cookie': cookie });
  });
  app.delete('/', async (c) => {
    if (isWholeHost) c.header('clear-site-data', CLEAR_SITE_DATA);
    if (accessGuard !== undefined)
      c.header('set-cookie', await accessGuard.close(c.req.raw.headers));
    return c.body(null, 204);
  });
  return app;
}
