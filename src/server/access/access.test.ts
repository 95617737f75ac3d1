import { describe, expect, it } from 'vitest';
import { systemClock } from '#src/server/time/clock.ts';
import { LAB, listenMock, sceneAt, targetAt } from '#src/server/live-scene.fixture.ts';
import { createLiveLimits } from '#src/server/proxy/live-limits.ts';
import { createKeyedRateLimit } from '#src/server/http/limits/rate-limit.ts';
import { clockFrom, createAppScene, makeBody } from '#src/server/scene.fixture.ts';
import type { AccessKind } from './access-guard.ts';
import { createSessions } from './sessions.ts';

const SECRET = 'canary-access-secret';
const KEY = 'a key of more than thirty-two characters';
const MINUTE = 60_000;
const PAGE = {
  origin: 'http://localhost:8080',
  'sec-fetch-site': 'same-origin',
  'x-ief-builder': '1',
  'content-type': 'application/json',
};
const auth = {
  kind: 'aksk',
  key: { access: 'AK1', secret: 'sk-1', securityToken: undefined },
} as const;

async function createScene({
  key = KEY,
  secret: right = SECRET,
  kind = 'access' as AccessKind,
  secure = false,
  createsPerMinute = 0,
  basePath = '',
} = {}) {
  const { port } = await listenMock({
    keys: { access: 'AK1', secret: 'sk-1' },
    clock: systemClock,
  });
  let now = Date.now();
  const options = {
    targets: [targetAt(port, { auth })],
    clock: clockFrom(() => now),
    basePath,
    ...(secure ? { publicOrigin: 'https://builder.example.com' } : {}),
    limits: createLiveLimits(
      { requestsPerMinute: 0, peerRequestsPerSecond: 0, createsPerMinute },
      () => now,
    ),
    access: {
      kind,
      sessions: createSessions(right, key, () => now),
      logins: createKeyedRateLimit(5, () => now),
      guesses: createKeyedRateLimit(100, () => now),
    },
  };
  const scene = createAppScene(options);
  const logIn = async (secret = SECRET, headers: Record<string, string> = PAGE) => {
    const response = await scene.ask('POST', `${basePath}/api/session`, { secret }, headers);
    const cookie = response.headers.get('set-cookie') ?? '';
    return { ...response, cookie, pair: cookie.split(';')[0] ?? '' };
  };
  const list = (cookie?: string, headers: Record<string, string> = PAGE) =>
    scene.ask('GET', LAB, undefined, { ...headers, ...(cookie === undefined ? {} : { cookie }) });
  return { ...scene, options, logIn, list, pass: (ms: number) => (now += ms) };
}

it('a program can send a secret that is not ASCII', async () => {
  const secret = '边缘节点的访问口令，至少十六个字符';
  const { list, logIn } = await createScene({ secret });
  const sent = Buffer.from(secret).toString('latin1');
  expect((await list(undefined, { 'x-ief-access': sent })).status).toBe(200);
  expect((await logIn(secret)).status).toBe(204);
});

describe('below a base path', () => {
  const https = { ...PAGE, origin: 'https://builder.example.com' };

  it.each([
    [
      '/ief-builder',
      /^__Secure-ief_sid~ief-builder=[^;]+; Path=\/ief-builder\/; HttpOnly; Secure; /,
    ],
    ['/a/b', /^__Secure-ief_sid~a~b=[^;]+; Path=\/a\/b\/; HttpOnly; Secure; /],
  ])('%s has its own cookie', async (basePath, cookie) => {
    const { logIn } = await createScene({ secure: true, basePath });
    expect((await logIn(SECRET, https)).cookie).toMatch(cookie);
  });

  it('accepts only that cookie', async () => {
    const { ask, logIn } = await createScene({ secure: true, basePath: '/ief-builder' });
    const { pair } = await logIn(SECRET, https);
    const list = (cookie: string) =>
      ask('GET', `/ief-builder${LAB}`, undefined, { ...https, cookie });
    expect((await list(pair)).status).toBe(200);
    const renamed = pair.replace('__Secure-ief_sid~ief-builder', '__Host-ief_sid');
    expect((await list(renamed)).status).toBe(401);
  });

  it('signing out does not clear data of other sites on the host', async () => {
    const { ask, logIn } = await createScene({ secure: true, basePath: '/ief-builder' });
    const { pair } = await logIn(SECRET, https);
    const headers = { ...https, cookie: pair };
    const out = await ask('DELETE', '/ief-builder/api/session', undefined, headers);
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, null]);
    expect(out.headers.get('set-cookie')).toMatch(
      /^__Secure-ief_sid~ief-builder=; Max-Age=0; Path=\/ief-builder\/;/,
    );
  });
});

describe('a target the server signs in to', () => {
  it('requires a session', async () => {
    const { ask, list, logIn } = await createScene();
    const shut = await list();
    expect([shut.status, shut.json.error_code]).toEqual([401, 'BUILDER.access_needed']);
    expect((await ask('GET', '/api/session')).json).toEqual({ state: 'locked', kind: 'access' });
    const { status, pair } = await logIn();
    expect(status).toBe(204);
    expect((await list(pair)).status).toBe(200);
    const created = await ask('POST', LAB, makeBody(), { ...PAGE, cookie: pair });
    expect(created.status).toBe(200);
    const seen = await ask('GET', '/api/session', undefined, { cookie: pair });
    expect(seen.json).toEqual({ state: 'granted', kind: 'access' });
  });

  it('P17 accepts the secret from a program, but not from a page', async () => {
    const { list } = await createScene();
    expect((await list(undefined, { 'x-ief-access': SECRET })).status).toBe(200);
    const wrong = await list(undefined, { 'x-ief-access': 'wrong' });
    expect([wrong.status, wrong.json.error_code]).toEqual([401, 'BUILDER.access_refused']);
    expect((await list(undefined, { ...PAGE, 'x-ief-access': SECRET })).status).toBe(401);
    expect((await list(undefined, {})).status).toBe(401);
  });

  it('refuses unsafe requests without the header, even if the browser does not identify itself', async () => {
    const { ask, logIn } = await createScene();
    const { pair } = await logIn();
    const { status, json } = await ask('POST', LAB, makeBody(), { cookie: pair });
    expect([status, json.error_code]).toEqual([403, 'BUILDER.origin_refused']);
  });

  it('M7 replays the response of a create only to the session that sent it', async () => {
    const { ask, logIn } = await createScene();
    const [one, two] = [(await logIn()).pair, (await logIn()).pair];
    const key = { 'idempotency-key': 'key-1' };
    const create = async (headers: Record<string, string>) =>
      ask('POST', LAB, makeBody(), { ...headers, ...key });
    expect((await create({ ...PAGE, cookie: one })).status).toBe(200);
    expect((await create({ ...PAGE, cookie: two })).json.error_code).toBe('key_reused');
    expect((await create({ 'x-ief-access': SECRET })).json.error_code).toBe('key_reused');
    // The token of a request is ignored if the server signs in itself.
    const again = await create({ ...PAGE, cookie: one, 'x-auth-token': 'any' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  });

  it('needs no session if the user has a token', async () => {
    const { port } = await listenMock();
    expect((await sceneAt(port).ask('GET', LAB, undefined, { 'x-auth-token': 't' })).status).toBe(
      200,
    );
    expect((await sceneAt(port).ask('GET', '/api/session')).json).toEqual({
      state: 'open',
      kind: null,
    });
  });
});

describe('a session', () => {
  it('is a cookie hidden from scripts, other sites and plain http', async () => {
    const plain = await (await createScene()).logIn();
    expect(plain.cookie).toMatch(/^ief_sid=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    const secure = await (
      await createScene({ secure: true })
    ).logIn(SECRET, { ...PAGE, origin: 'https://builder.example.com' });
    expect(secure.cookie).toMatch(
      /^__Host-ief_sid=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it('ends after 30 minutes without use, and is renewed by use', async () => {
    const { list, logIn, pass } = await createScene();
    const { pair } = await logIn();
    pass(20 * MINUTE);
    const renewed = (await list(pair)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(renewed).not.toBe(pair);
    expect((await list(renewed)).headers.has('set-cookie')).toBe(false);
    pass(20 * MINUTE);
    expect((await list(pair)).status).toBe(401);
    expect((await list(renewed)).status).toBe(200);
    pass(31 * MINUTE);
    expect((await list(renewed)).status).toBe(401);
  });

  it('ends after eight hours at most', async () => {
    const { list, logIn, pass } = await createScene();
    let { pair } = await logIn();
    for (let at = 0; at < 24; at++) {
      pass(20 * MINUTE);
      pair = (await list(pair)).headers.get('set-cookie')?.split(';')[0] ?? pair;
    }
    expect((await list(pair)).status).toBe(200);
    pass(MINUTE);
    expect((await list(pair)).status).toBe(401);
  });

  it('ends when the user signs out, even if the cookie was copied', async () => {
    const { ask, list, logIn } = await createScene();
    const { pair } = await logIn();
    const out = await ask('DELETE', '/api/session', undefined, { ...PAGE, cookie: pair });
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache", "cookies"']);
    expect(out.headers.get('set-cookie')).toMatch(/^ief_sid=; Max-Age=0; /);
    expect((await list(pair)).status).toBe(401);
  });

  it('is readable only by replicas with the same key', async () => {
    const [one, two, other] = await Promise.all([
      createScene(),
      createScene(),
      createScene({ key: 'another key of more than thirty-two letters' }),
    ]);
    const { pair } = await one.logIn();
    expect((await two.list(pair)).status).toBe(200);
    expect((await other.list(pair)).status).toBe(401);
    expect(pair).not.toContain(SECRET);
  });

  it('ends when the secret changes, even with the same key', async () => {
    const { logIn } = await createScene();
    const { list } = await createScene({ secret: 'canary-other-secret' });
    expect((await list((await logIn()).pair)).status).toBe(401);
  });

  it('has its own limit of creates, even if others share its address', async () => {
    const { ask, logIn } = await createScene({ createsPerMinute: 1 });
    const [one, two] = [(await logIn()).pair, (await logIn()).pair];
    const create = async (cookie: string, name: string) =>
      (await ask('POST', LAB, makeBody(name), { ...PAGE, cookie })).status;
    expect([await create(one, 'a'), await create(one, 'b'), await create(two, 'c')]).toEqual([
      200, 429, 200,
    ]);
  });

  it.each(['', 'ief_sid=', 'ief_sid=abc', 'ief_sid=a.b.c.d.e', `ief_sid=${'a'.repeat(4000)}`])(
    'is not accepted from the cookie %.20j',
    async (cookie) => {
      const { list } = await createScene();
      expect((await list(cookie)).status).toBe(401);
    },
  );

  it('cannot be altered', async () => {
    const { list, logIn } = await createScene();
    const { pair } = await logIn();
    const at = pair.length - 10;
    const other = pair[at] === 'A' ? 'B' : 'A';
    expect((await list(pair.slice(0, at) + other + pair.slice(at + 1))).status).toBe(401);
  });
});

describe('the secret', () => {
  it('is accepted over plain http only on a loopback address', async () => {
    const scene = await createScene();
    const { app } = createAppScene({ ...scene.options, isHostAllowed: () => true });
    const at = async (host: string) =>
      (
        await app(
          new Request(`http://${host}/api/session`, {
            method: 'POST',
            headers: { ...PAGE, origin: `http://${host}` },
            body: JSON.stringify({ secret: SECRET }),
          }),
        )
      ).status;
    expect(await Promise.all(['localhost:1', '127.0.0.1:1', '[::1]:1'].map(at))).toEqual([
      204, 204, 204,
    ]);
    expect(await Promise.all(['builder.lan', '127.0.0.1.evil.test:1'].map(at))).toEqual([401, 401]);
  });

  it('may be wrong five times a minute, and the correct one still passes (L19)', async () => {
    const { logIn, pass, log } = await createScene();
    const statuses: number[] = [];
    for (let at = 0; at < 6; at++) statuses.push((await logIn('wrong')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await logIn()).status).toBe(204);
    expect((await logIn('wrong')).status).toBe(429);
    pass(MINUTE);
    expect((await logIn('wrong')).status).toBe(401);
    expect(JSON.stringify(log)).not.toContain(SECRET);
  });

  it('has the same limit in a header, where the correct one is not counted (L19)', async () => {
    const { list, logIn } = await createScene();
    const statusOf = async (secret: string) =>
      (await list(undefined, { 'x-ief-access': secret })).status;
    for (let at = 0; at < 20; at++) expect(await statusOf(SECRET)).toBe(200);
    const statuses: number[] = [];
    for (let at = 0; at < 6; at++) statuses.push(await statusOf(`wrong-${at}`));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect([await statusOf(SECRET), (await logIn()).status]).toEqual([200, 204]);
    expect([await statusOf('wrong'), (await logIn('wrong')).status]).toEqual([429, 429]);
  });

  it('cannot be guessed: after a hundred wrong attempts a minute, all are refused', async () => {
    const { list, logIn, pass } = await createScene();
    const statusOf = async (secret: string) =>
      (await list(undefined, { 'x-ief-access': secret })).status;
    for (let at = 0; at < 100; at++) await statusOf(`wrong-${at}`);
    expect([await statusOf(SECRET), (await logIn()).status]).toEqual([429, 429]);
    pass(MINUTE);
    expect(await statusOf(SECRET)).toBe(200);
  });

  it.each([
    ['another origin', { ...PAGE, origin: 'http://evil.test' }, 403],
    ['a form', { ...PAGE, 'content-type': 'text/plain' }, 415],
  ])('is not accepted from %s', async (_who, headers, status) => {
    const { logIn } = await createScene();
    expect(await logIn(SECRET, headers)).toMatchObject({ status, cookie: '' });
  });

  it.each([undefined, null, 1, ['a'], 'a'.repeat(1001)])('is not %.20j', async (secret) => {
    const { ask } = await createScene();
    const { status, headers } = await ask('POST', '/api/session', { secret }, PAGE);
    expect([status, headers.has('set-cookie')]).toEqual([401, false]);
  });
});
