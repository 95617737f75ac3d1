import { createTokenAuthorizer } from './auth/token-authorizer.ts';
import { describe, expect, it } from 'vitest';
import { createAppScene, DEPLOYMENTS, makeBody } from './scene.fixture.ts';
import type { StaticFiles } from './http/static/static-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const staticFiles: StaticFiles = {
  page: '<html lang="en"><meta property="csp-nonce" nonce="__CSP_NONCE__"><p>page</p>',
  files: new Map([
    [
      '/assets/main-1a2b.js',
      {
        contentType: 'text/javascript; charset=utf-8',
        cacheControl: 'public, max-age=31536000, immutable',
        bytes: bytes('plain'),
        br: bytes('brotli'),
        gzip: undefined,
      },
    ],
  ]),
};

describe('probes and targets', () => {
  it('serves healthz and readyz for any host', async () => {
    const { ask } = createAppScene();
    const host = { host: '10.0.0.9:1' };
    expect((await ask('GET', '/healthz', undefined, host)).json).toEqual({ status: 'ok' });
    expect((await ask('GET', '/readyz', undefined, host)).json).toEqual({ status: 'ready' });
  });

  it('is not ready while stopping, and closes connections', async () => {
    const { ask } = createAppScene({ isReady: () => false });
    const { status, headers } = await ask('GET', '/readyz');
    expect([status, headers.get('connection')]).toEqual([503, 'close']);
    expect((await ask('GET', '/healthz')).status).toBe(200);
  });

  it.each([
    ['POST', '/healthz', 'GET, HEAD'],
    ['PUT', '/readyz', 'GET, HEAD'],
    ['PATCH', '/api/targets', 'GET, HEAD'],
    ['PUT', '/api/session', 'GET, HEAD, POST, DELETE'],
    ['GET', '/csp-report', 'POST'],
  ])('returns the allowed methods for %s %s (L6)', async (method, path, allow) => {
    const { ask } = createAppScene();
    const { status, headers, json } = await ask(method, path);
    expect([status, headers.get('allow'), json.error_code]).toEqual([
      405,
      allow,
      'BUILDER.method_not_allowed',
    ]);
  });

  it('does not list targets to pages of other sites (L14)', async () => {
    const { ask } = createAppScene();
    const others: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'http://evil.test' },
    ];
    for (const headers of others) {
      const { status, json } = await ask('GET', '/api/targets', undefined, headers);
      expect([status, json.error_code]).toEqual([403, 'BUILDER.origin_refused']);
    }
    const own = { 'sec-fetch-site': 'same-origin' };
    expect((await ask('GET', '/api/targets', undefined, own)).status).toBe(200);
  });

  it('lists targets without secrets', async () => {
    const { ask } = createAppScene({}, { tokens: ['canary-token'] });
    const { json, text } = await ask('GET', '/api/targets');
    expect(json).toEqual({
      targets: [
        {
          id: 'mock',
          label: 'Embedded mock',
          kind: 'mock',
          region: null,
          edition: 'professional',
          projectId: null,
          auth: 'none',
        },
      ],
    });
    expect(text).not.toContain('canary');
  });
});

describe('every response', () => {
  it('refuses other hosts first, on every route', async () => {
    const { ask } = createAppScene({ staticFiles });
    for (const path of ['/', '/api/targets', `/ief/mock${DEPLOYMENTS}`, '/nothing.js']) {
      const { status, json } = await ask('GET', path, undefined, { host: 'evil.test' });
      expect([status, json.error_code]).toEqual([403, 'BUILDER.host_refused']);
      expect(json.error_msg).toContain('PUBLIC_ORIGIN');
    }
  });

  it('sets security headers on every response, including errors', async () => {
    const { ask } = createAppScene({ staticFiles });
    for (const path of ['/', '/api/targets', '/api/none', `/ief/mock${DEPLOYMENTS}`, '/a.js']) {
      const { headers } = await ask('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('content-type')).toContain('charset=utf-8');
      expect(headers.get('server') ?? headers.get('etag')).toBeNull();
      expect(headers.has('strict-transport-security')).toBe(false);
    }
  });

  it('sends Strict-Transport-Security if users reach it over https', async () => {
    const { ask } = createAppScene({ staticFiles, publicOrigin: 'https://builder.example.com' });
    const { headers } = await ask('GET', '/');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });

  it('sandboxes data', async () => {
    const { headers } = await createAppScene().ask('GET', `/ief/mock${DEPLOYMENTS}`);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(headers.get('vary')).toBe('Sec-Fetch-Site, Origin');
  });

  it('logs one line of allowed fields, with the template instead of the path', async () => {
    const { ask, log } = createAppScene();
    await ask('POST', `/ief/mock${DEPLOYMENTS}`, makeBody('canary-name'), {
      'x-auth-token': 'canary-token',
    });
    expect(log).toEqual([
      {
        time: '2024-04-22T08:30:15.250Z',
        level: 'info',
        id: expect.any(String),
        route: '/ief/{target}/v3/{project_id}/edgemgr/deployments',
        method: 'POST',
        status: 200,
        ms: 0,
        target: 'mock',
        upstreamStatus: 200,
        upstreamMs: 0,
        outcome: 'created',
      },
    ]);
  });

  it('returns 500 without details for a bug, and logs only its location', async () => {
    const broken = createAppScene({
      targets: [
        {
          id: 'mock',
          label: 'x',
          kind: 'mock',
          region: null,
          projectId: null,
          instanceId: null,
          auth: 'none',
          authorizer: createTokenAuthorizer('t'),
          upstream: () => Promise.reject(new TypeError('canary-detail')),
        },
      ],
    });
    const { status, json, text } = await broken.ask('GET', `/ief/mock${DEPLOYMENTS}`);
    expect([status, json.error_code]).toEqual([500, 'BUILDER.internal']);
    expect(text + JSON.stringify(broken.log)).not.toContain('canary-detail');
    expect(broken.log[0]?.error).toMatch(/^TypeError at app\.test\.ts:\d+:\d+$/);
  });
});

describe('page', () => {
  it('is served on its routes with a new nonce each time', async () => {
    const { ask } = createAppScene({ staticFiles });
    const nonces = new Set<string>();
    for (const path of ['/', '/new/basics', '/new/review?x=1', '/somewhere/else']) {
      const { status, headers, text } = await ask('GET', path);
      const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? '';
      const policy = headers.get('content-security-policy') ?? '';
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types ief-worker");
      expect(policy).not.toContain('unsafe');
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it('has the skeleton of a form only on the paths of forms', async () => {
    const { ask } = createAppScene({ staticFiles });
    const isPlain = async (path: string) => {
      const { text } = await ask('GET', path);
      return text.startsWith('<html data-page="plain" lang="en">');
    };
    for (const path of ['/', '/new', '/new/review', '/deployments/1/update/basics'])
      expect([path, await isPlain(path)]).toEqual([path, false]);
    for (const path of ['/start', '/newer', '/deployments', '/deployments/update', '/rollouts/new'])
      expect([path, await isPlain(path)]).toEqual([path, true]);
  });

  it.each(['/favicon.ico', '/assets/main.js.map', '/new/a.b', '/.env', '/assets/..%2f..%2fx.y'])(
    'has no file %s',
    async (path) => {
      const { status, json } = await createAppScene({ staticFiles }).ask('GET', path);
      expect([status, json.error_code]).toEqual([404, 'BUILDER.not_found']);
    },
  );

  it('never returns the page for an API path', async () => {
    const { ask } = createAppScene({ staticFiles });
    for (const path of ['/api', '/api/none', '/ief', '/ief/mock', '/ief/mock/v3']) {
      expect((await ask('GET', path)).status).toBe(404);
    }
    expect((await ask('POST', '/')).status).toBe(404);
  });

  it('serves hashed files as immutable, in the requested encoding', async () => {
    const { ask } = createAppScene({ staticFiles });
    const get = (coding: string) =>
      ask('GET', '/assets/main-1a2b.js', undefined, { 'accept-encoding': coding });
    const plain = await get('gzip');
    expect([plain.text, plain.headers.get('content-encoding')]).toEqual(['plain', null]);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('content-security-policy')).toContain('trusted-types');
    const small = await get('gzip, br');
    expect([small.text, small.headers.get('content-encoding')]).toEqual(['brotli', 'br']);
    expect((await get('br;q=0')).text).toBe('plain');
  });

  it('reports a missing build', async () => {
    const { json } = await createAppScene({
      staticFiles: { page: undefined, files: new Map() },
    }).ask('GET', '/');
    expect(json.error_msg).toContain('npm run build');
  });
});
