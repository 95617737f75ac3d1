import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#src/server/time/clock.ts';
import type { TargetConfig } from '#src/server/config/targets-file.ts';
import {
  LAB,
  freePort,
  listen,
  listenMock,
  sceneWithDefaultTimeouts,
  sceneAt,
} from '#src/server/live-scene.fixture.ts';
import { clockFrom, DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';

const PASSWORD = 'canary-password';
const TOKEN = 'canary-iam-token';
const HOUR_MS = 3_600_000;

const password = (iamPort: number, more: Record<string, string> = {}) => ({
  auth: {
    kind: 'password',
    iamEndpoint: `http://127.0.0.1:${iamPort}`,
    user: { domain: 'domain', name: 'user', password: PASSWORD, ...more },
  } satisfies TargetConfig['auth'],
});

const key = (secret = 'sk-1', securityToken?: string, access = 'AK1') => ({
  auth: {
    kind: 'aksk',
    key: { access, secret, securityToken },
  } satisfies TargetConfig['auth'],
});

/** An IAM that counts requests and issues numbered tokens with a lifetime of an hour, unless overridden. */
async function listenIam(override?: (outgoing: ServerResponse, count: number) => boolean) {
  const bodies: string[] = [];
  const port = await listen((incoming: IncomingMessage, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      bodies.push(`${incoming.method} ${incoming.url} ${Buffer.concat(chunks).toString()}`);
      if (override?.(outgoing, bodies.length)) return;
      outgoing.writeHead(201, {
        'content-type': 'application/json',
        'x-subject-token': `${TOKEN}-${bodies.length}`,
      });
      outgoing.end(
        JSON.stringify({
          token: {
            issued_at: '2024-01-01T00:00:00.000000Z',
            expires_at: '2024-01-01T01:00:00.000000Z',
          },
        }),
      );
    });
  });
  return { port, asked: () => bodies.length, bodies };
}

/** A target that accepts only tokens approved by `isGood`, and counts the requests it carried out. */
async function listenTarget(isGood: (token: string, count: number) => boolean) {
  const tokens: string[] = [];
  let done = 0;
  const port = await listen((incoming, outgoing) => {
    const token = String(incoming.headers['x-auth-token'] ?? '');
    tokens.push(token);
    outgoing.setHeader('content-type', 'application/json');
    if (isGood(token, tokens.length)) {
      done += 1;
      outgoing.end('{"id":"a","name":"app"}');
      return;
    }
    outgoing.statusCode = 401;
    outgoing.end(`{"error_code":"APIGW.0301","error_msg":"decrypt token fail ${token}"}`);
  });
  return { port, tokens, done: () => done };
}

describe('a password of the server', () => {
  it('signs in to the mock through its IAM; the caller needs no token, and its own is not forwarded', async () => {
    const { port } = await listenMock({ tokens: ['only-this-one'] });
    const { ask } = sceneAt(port, password(port));
    const { status, headers, text } = await ask('POST', LAB, makeBody(), {
      'x-auth-token': 'canary-of-the-caller',
    });
    expect(status).toBe(200);
    expect(JSON.stringify([...headers]) + text).not.toContain('only-this-one');
    const { targets } = (await ask('GET', '/api/targets')).json;
    expect(targets[0].auth).toBe('password');
    expect(JSON.stringify(targets)).not.toContain(PASSWORD);
  });

  it('requests a token for the fixed project, otherwise for the project of the region', async () => {
    const iam = await listenIam();
    const target = await listenTarget(() => true);
    await sceneAt(target.port, password(iam.port)).ask('GET', LAB);
    const fixed = { ...password(iam.port), projectId: PROJECT };
    await sceneAt(target.port, fixed).ask('GET', LAB);
    expect(iam.bodies[0]).toMatch(/^POST \/v3\/auth\/tokens\?nocatalog=true /);
    expect(iam.bodies[0]).toContain('"scope":{"project":{"name":"cn-north-4"}}');
    expect(iam.bodies[1]).toContain(`"scope":{"project":{"id":"${PROJECT}"}}`);
  });

  it('S28 sends one request to IAM for a hundred concurrent requests', async () => {
    const iam = await listenIam();
    const target = await listenTarget(() => true);
    const { ask } = sceneWithDefaultTimeouts(target.port, password(iam.port));
    const responses = await Promise.all(Array.from({ length: 100 }, () => ask('GET', LAB)));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(iam.asked()).toBe(1);
    expect(new Set(target.tokens)).toEqual(new Set([`${TOKEN}-1`]));
  });

  it('S28 replaces a refused token once for all waiting requests, and retries each of them once', async () => {
    let now = 0;
    const iam = await listenIam();
    const target = await listenTarget((token) => token !== `${TOKEN}-1`);
    const { ask } = sceneWithDefaultTimeouts(
      target.port,
      password(iam.port),
      clockFrom(() => now),
    );
    // The target accepts the first token at first and refuses it later.
    expect((await ask('GET', LAB)).json.error_code).toBe('BUILDER.credentials_refused');
    now += 60_000;
    const responses = await Promise.all(
      Array.from({ length: 100 }, (_, at) => ask('POST', LAB, makeBody(`app-${at}`))),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 200));
    expect(iam.asked()).toBe(2);
    expect(target.done()).toBe(100);
  });

  it('reports that the target refuses the token from IAM, without the token, and creates nothing', async () => {
    const iam = await listenIam();
    const target = await listenTarget(() => false);
    const { ask } = sceneAt(target.port, password(iam.port));
    const { status, json, text } = await ask('POST', LAB, makeBody(), { 'idempotency-key': 'k' });
    expect([status, json.error_code, json.reason]).toEqual([
      502,
      'BUILDER.credentials_refused',
      'iam_token',
    ]);
    expect(text).not.toContain(TOKEN);
    expect(target.tokens.length).toBeLessThanOrEqual(2);
    expect(target.done()).toBe(0);
  });

  it('keeps the token after a refusal while IAM is down', async () => {
    let now = 0;
    const iam = await listenIam((outgoing, count) => {
      if (count === 1) return false;
      outgoing.destroy();
      return true;
    });
    const target = await listenTarget((_token, count) => count !== 2);
    const { ask } = sceneAt(
      target.port,
      password(iam.port),
      clockFrom(() => now),
    );
    expect((await ask('GET', LAB)).status).toBe(200);
    now = 60_000;
    const refused = await ask('POST', LAB, makeBody());
    expect([refused.json.error_code, refused.json.reason]).toEqual([
      'BUILDER.not_sent',
      'iam_closed',
    ]);
    expect((await ask('GET', LAB)).status).toBe(200);
    expect(target.done()).toBe(2);
  });

  it('replaces a refused token after the clock was set back', async () => {
    const clock = { wallMs: HOUR_MS, elapsedMs: 0 };
    const iam = await listenIam();
    const target = await listenTarget((token, count) => count === 1 || token === `${TOKEN}-2`);
    const { ask } = sceneAt(target.port, password(iam.port), {
      wall: () => clock.wallMs,
      elapsed: () => clock.elapsedMs,
    });
    await ask('GET', LAB);
    Object.assign(clock, { wallMs: 0, elapsedMs: 10_000 });
    expect((await ask('POST', LAB, makeBody())).status).toBe(200);
    expect(target.tokens).toEqual([1, 1, 2].map((number) => `${TOKEN}-${number}`));
  });

  it('removes a token from responses while it is being renewed', async () => {
    let now = 0;
    const iam = await listenIam();
    let asked = 0;
    const port = await listen((incoming, outgoing) => {
      asked += 1;
      outgoing.setHeader('content-type', 'application/json');
      const respond = () => {
        outgoing.statusCode = asked === 1 ? 200 : 403;
        outgoing.end(`{"id":"a","error_msg":"not with ${incoming.headers['x-auth-token']}"}`);
      };
      // Until there is a new token, the old one is used.
      if (asked === 1 || iam.asked() > 1) respond();
      else setTimeout(respond, 300);
    });
    const { ask } = sceneAt(
      port,
      password(iam.port),
      clockFrom(() => now),
    );
    await ask('GET', LAB);
    now = HOUR_MS * 0.9;
    const { status, text } = await ask('GET', LAB);
    expect([status, iam.asked(), text.includes('[secret]')]).toEqual([403, 2, true]);
    expect(text).not.toContain(TOKEN);
  });

  it('S29 tries a wrong password at most once a minute', async () => {
    let now = 0;
    const { port } = await listenMock();
    let asked = 0;
    const iam = await listenIam((outgoing) => {
      asked += 1;
      outgoing.writeHead(401, { 'content-type': 'application/json' });
      outgoing.end(
        '{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}',
      );
      return true;
    });
    const { ask } = sceneAt(
      port,
      password(iam.port),
      clockFrom(() => now),
    );
    for (let at = 0; at < 5; at++) {
      const { status, json, text } = await ask('POST', LAB, makeBody());
      expect([status, json.error_code, json.reason]).toEqual([
        502,
        'BUILDER.credentials_refused',
        'iam_password',
      ]);
      expect(text).not.toContain(PASSWORD);
    }
    expect(asked).toBe(1);
    now += 61_000;
    await ask('POST', LAB, makeBody());
    expect(asked).toBe(2);
  });

  it('renews a token before it expires, without delaying requests', async () => {
    let now = 0;
    const iam = await listenIam();
    const target = await listenTarget(() => true);
    const { ask } = sceneAt(
      target.port,
      password(iam.port),
      clockFrom(() => now),
    );
    await ask('GET', LAB);
    now = HOUR_MS * 0.7;
    await ask('GET', LAB);
    expect(iam.asked()).toBe(1);
    now = HOUR_MS * 0.85;
    await ask('GET', LAB);
    await expect.poll(iam.asked).toBe(2);
    await ask('GET', LAB);
    expect(target.tokens).toEqual([1, 1, 1, 2].map((number) => `${TOKEN}-${number}`));
  });

  it('S30 uses the old token until it expires while IAM is down, then sends nothing', async () => {
    let now = 0;
    const iam = await listenIam((outgoing, count) => {
      if (count === 1) return false;
      outgoing.destroy();
      return true;
    });
    const target = await listenTarget(() => true);
    const { ask } = sceneAt(
      target.port,
      password(iam.port),
      clockFrom(() => now),
    );
    await ask('GET', LAB);
    now = HOUR_MS * 0.9;
    for (let at = 0; at < 3; at++) expect((await ask('GET', LAB)).status).toBe(200);
    now = HOUR_MS + 1;
    const { status, json } = await ask('POST', LAB, makeBody());
    expect([status, json.error_code]).toEqual([502, 'BUILDER.not_sent']);
    expect(json.reason).toMatch(/^iam_/);
    expect(target.done()).toBe(4);
  });

  it('returns not_sent if IAM cannot be reached', async () => {
    const target = await listenTarget(() => true);
    const { ask } = sceneAt(target.port, password(await freePort()));
    const { json } = await ask('POST', LAB, makeBody());
    expect([json.error_code, json.reason]).toEqual(['BUILDER.not_sent', 'iam_refused']);
    expect(target.tokens).toEqual([]);
  });
});

describe('an access key of the server', () => {
  it.each([undefined, 'temporary-token'])(
    'signs in to the mock; security token: %s',
    async (temporary) => {
      const { port, ask: askMock } = await listenMock({
        keys: { access: 'AK1', secret: 'sk-1' },
        clock: systemClock,
      });
      const { ask } = sceneAt(port, key('sk-1', temporary));
      const { status, text } = await ask('POST', LAB, makeBody(), {
        'x-auth-token': 'of-the-caller',
      });
      expect([status, text.includes('sk-1')]).toEqual([200, false]);
      expect((await ask('GET', `${LAB}?limit=10&name=app`)).json.count).toBe(1);
      expect((await askMock('GET', DEPLOYMENTS)).json.count).toBe(1);
    },
  );

  it('is reported as wrong after one attempt', async () => {
    const { port, ask: askMock } = await listenMock({
      keys: { access: 'AK1', secret: 'sk-1' },
      clock: systemClock,
    });
    const { status, json } = await sceneAt(port, key('wrong')).ask('POST', LAB, makeBody());
    expect([status, json.error_code, json.reason]).toEqual([
      502,
      'BUILDER.credentials_refused',
      'keys',
    ]);
    expect((await askMock('GET', DEPLOYMENTS)).json.count).toBe(0);
  });

  it.each([16 * 60_000, -26 * HOUR_MS])(
    'S14 corrects a clock that is %i ms off by the target’s Date, for all later requests',
    async (skew) => {
      const { port, ask: askMock } = await listenMock({
        keys: { access: 'AK1', secret: 'sk-1' },
        clock: systemClock,
      });
      const { ask } = sceneAt(
        port,
        key(),
        clockFrom(() => Date.now() + skew),
      );
      const response = await ask('POST', LAB, makeBody());
      expect(response.status).toBe(200);
      expect(Date.parse(response.headers.get('x-upstream-date') ?? '')).toBeGreaterThan(
        Date.now() - 5_000,
      );
      expect((await ask('POST', LAB, makeBody('app-2'))).status).toBe(200);
      expect((await askMock('GET', DEPLOYMENTS)).json.count).toBe(2);
    },
  );

  it('S14 retries all requests that were refused at once because of the clock', async () => {
    const { port, ask: askMock } = await listenMock({
      keys: { access: 'AK1', secret: 'sk-1' },
      clock: systemClock,
    });
    const { ask } = sceneWithDefaultTimeouts(
      port,
      key(),
      clockFrom(() => Date.now() + HOUR_MS),
    );
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, at) => ask('POST', LAB, makeBody(`app-${at}`))),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect((await askMock('GET', DEPLOYMENTS)).json.count).toBe(20);
  });

  it.each([
    ['Incorrect IAM authentication information: x-sdk-date expired', 'clock'],
    ['verify aksk signature fail, canonicalRequest:GET|/v3/|host:a|x-sdk-date:b', 'keys'],
  ])('S14 attributes the refusal "%s" to the %s', async (words, reason) => {
    let asked = 0;
    const port = await listen((_incoming, outgoing) => {
      asked += 1;
      outgoing.writeHead(401, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ error_code: 'APIGW.0301', error_msg: words }));
    });
    const { json, headers } = await sceneAt(port, key()).ask('POST', LAB, makeBody());
    expect([json.error_code, json.reason, asked]).toEqual([
      'BUILDER.credentials_refused',
      reason,
      1,
    ]);
    // The page shows how far the clocks differ.
    expect(Date.parse(headers.get('x-upstream-date') ?? '')).toBeGreaterThan(Date.now() - 5_000);
  });

  it('appears in no response, not even its public half', async () => {
    const port = await listen((incoming, outgoing) => {
      outgoing.writeHead(403, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ error_msg: `no right: ${incoming.headers.authorization}` }));
    });
    const { ask } = sceneAt(port, key('canary-sk', undefined, 'CANARYACCESSKEY'));
    const { status, text } = await ask('GET', LAB);
    expect(status).toBe(403);
    expect(text).toContain('Access=[secret],');
    expect(text).not.toContain('CANARYACCESSKEY');
  });

  it('M5 appears in no successful response, nor does its signature', async () => {
    const port = await listen((incoming, outgoing) => {
      outgoing.setHeader('content-type', 'application/json');
      // In chunks, so that the searched text spans two of them.
      const text = JSON.stringify({ id: 'a', name: 'app', heads: incoming.rawHeaders });
      const middle = text.indexOf('CANARYACCESSKEY') + 5;
      outgoing.write(text.slice(0, middle));
      setTimeout(() => outgoing.end(text.slice(middle)), 20);
    });
    const { ask } = sceneAt(
      port,
      key('canary-secret-key-of-40', undefined, 'CANARYACCESSKEY12345'),
    );
    for (const response of [await ask('GET', LAB), await ask('POST', LAB, makeBody())]) {
      expect(response.status).toBe(200);
      expect(response.text).toMatch(/Access=\[secret\], SignedHeaders=\S+, Signature=\[secret\]/);
    }
  });

  it('S14 reports a clock that cannot be corrected', async () => {
    let now = Date.now();
    const port = await listen((_incoming, outgoing) => {
      // A different time in every response: no offset fits twice.
      now += 3 * HOUR_MS;
      outgoing.writeHead(401, {
        'content-type': 'application/json',
        date: new Date(now).toUTCString(),
      });
      outgoing.end('{"error_code":"APIGW.0303","error_msg":"timestamp expired"}');
    });
    const { json } = await sceneAt(port, key()).ask('POST', LAB, makeBody());
    expect([json.error_code, json.reason]).toEqual(['BUILDER.credentials_refused', 'clock']);
  });
});

describe('the credentials of a caller', () => {
  it.each([
    ['token', () => ({ auth: { kind: 'token' } as const })],
    ['password', password],
    ['aksk', () => key()],
  ])('are forwarded only where needed, for %s', async (kind, auth) => {
    const iam = await listenIam();
    const arrived: IncomingMessage['headers'][] = [];
    const port = await listen((incoming, outgoing) => {
      arrived.push(incoming.headers);
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end('{}');
    });
    await sceneAt(port, auth(iam.port)).ask('GET', LAB, undefined, {
      'x-auth-token': 'canary-token',
      authorization: 'Basic canary-basic',
      cookie: 'sid=canary-cookie',
      'x-sdk-date': 'canary-date',
      'x-security-token': 'canary-security',
      'x-project-id': 'canary-project',
    });
    const { 'x-auth-token': token, ...rest } = arrived[0] ?? {};
    expect(JSON.stringify(rest)).not.toContain('canary-');
    const theirs = { token: 'canary-token', password: `${TOKEN}-1`, aksk: undefined }[kind];
    expect(token).toBe(theirs);
    expect(rest.authorization?.split(' ')[0]).toBe(kind === 'aksk' ? 'SDK-HMAC-SHA256' : undefined);
  });
});
