import { Hono } from 'hono';
import { asObject } from '#src/domain/core/json.ts';
import { hostOf, type Trace } from '#src/server/http/frame-answer.ts';
import { parseJson } from '#src/server/http/parse-json.ts';
import { Problem } from '#src/server/http/problem.ts';
import { readBody } from '#src/server/http/read-body.ts';
import { refuseOtherOrigins, refuseOtherTypes } from '#src/server/proxy/same-origin.ts';
import type { DoorKeeper } from './door-keeper.ts';

const MOST_BYTES = 8 * 1024;

/**
 * `/api/session`: GET says whether a secret is wanted, POST gives it for a cookie, DELETE ends the session.
 * Without a door keeper the server holds no credentials and everything is open.
 */
export function createSessionRoutes(
  keeper: DoorKeeper | undefined,
  ownOrigin: (request: Request) => string,
): Hono<{ Bindings: Trace }> {
  const app = new Hono<{ Bindings: Trace }>();
  app.use('*', async (c, next) => {
    c.env.route = '/api/session';
    refuseOtherOrigins(c.req.raw, ownOrigin(c.req.raw));
    await next();
  });
  app.get('/', async (c) => {
    if (keeper === undefined) return c.json({ state: 'open', kind: null });
    const isOpen = await keeper.isOpen(c.req.raw.headers);
    return c.json({ state: isOpen ? 'granted' : 'locked', kind: keeper.kind });
  });
  app.post('/', async (c) => {
    refuseOtherTypes(c.req.raw);
    const read = await readBody(c.req.raw, MOST_BYTES);
    const json = read.kind === 'read' ? parseJson(read.bytes) : undefined;
    if (json?.ok !== true) throw new Problem('BUILDER.not_json', 'The body is not JSON in UTF-8.');
    if (keeper !== undefined) {
      const { secret } = asObject(json.value);
      c.header('set-cookie', await keeper.open(secret, c.env.peer, hostOf(c.req.raw)));
    }
    return c.body(null, 204);
  });
  app.delete('/', async (c) => {
    if (keeper !== undefined) c.header('set-cookie', await keeper.close(c.req.raw.headers));
    c.header('clear-site-data', '"cache", "cookies"');
    return c.body(null, 204);
  });
  return app;
}
