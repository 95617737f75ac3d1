import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAppScene,
  DEPLOYMENTS,
  makeBody,
  serveOnFreePort,
} from '#src/server/scene.fixture.ts';
import { createHostCheck } from './allowed-hosts.ts';
import { createNodeListener } from '#src/server/http/listen/node-listener.ts';
import type { LogEntry } from './request-log.ts';
import type { Running } from '#src/server/http/listen/serve.ts';
import { sendRaw, parseResponses } from '#src/server/http/listen/raw-http.testing.ts';

const LIST = `/ief/mock${DEPLOYMENTS}`;
const bytes = new TextEncoder().encode('script');

/** The headers of docs/sources.md, section 8. */
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), payment=(), display-capture=(), clipboard-read=(self), clipboard-write=(self)',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'x-permitted-cross-domain-policies': 'none',
};
const ofData = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'content-disposition': 'inline; filename="response.json"',
  'cache-control': 'no-store',
  vary: 'Sec-Fetch-Site, Origin',
};

const log: LogEntry[] = [];
let running: Running;
let secure: Running;

async function start(tls: boolean): Promise<Running> {
  let one: Running | undefined;
  const { app } = createAppScene(
    {
      tls,
      log: (entry) => log.push(entry),
      isHostAllowed: createHostCheck({ port: () => one?.port ?? 0, allowed: [] }),
      staticFiles: {
        page: '<p nonce="__CSP_NONCE__">',
        files: new Map([
          [
            '/assets/a-1.js',
            {
              contentType: 'text/javascript; charset=utf-8',
              cacheControl: 'public, max-age=31536000, immutable',
              bytes,
              br: undefined,
              gzip: undefined,
            },
          ],
        ]),
      },
    },
    { slowMs: 150 },
  );
  one = await serveOnFreePort(createNodeListener(app, { screen: true }));
  return one;
}

beforeAll(async () => {
  [running, secure] = await Promise.all([start(false), start(true)]);
});
afterAll(() => Promise.all([running.stop(0), secure.stop(0)]));

const request = (line: string, headers: readonly string[] = [], body = '') =>
  [line, 'Host: localhost:PORT', ...headers, '', body].join('\r\n');
const ask = async (text: string, to = running) =>
  parseResponses(await sendRaw(to.port, text.replaceAll('PORT', String(to.port))));

const body = JSON.stringify(makeBody('one'));
const length = `Content-Length: ${body.length}`;

/** Every kind of response the server itself creates, with its status. */
const answersOfData: readonly (readonly [what: string, text: string, status: number])[] = [
  ['a probe', request('GET /healthz HTTP/1.1'), 200],
  ['the list of targets', request('GET /api/targets HTTP/1.1'), 200],
  ['the session', request('GET /api/session HTTP/1.1'), 200],
  ['a sign-out', request('DELETE /api/session HTTP/1.1'), 204],
  ['a report', request('POST /csp-report HTTP/1.1', ['Content-Length: 0']), 204],
  ['a list of a target', request(`GET ${LIST} HTTP/1.1`), 200],
  ['a create', request(`POST ${LIST} HTTP/1.1`, [length], body), 200],
  ['a refused create', request(`POST ${LIST} HTTP/1.1`, ['Content-Length: 2'], '{}'), 400],
  ['an unknown target', request('GET /ief/none/v3/x HTTP/1.1'), 404],
  ['an unknown route', request('GET /ief/mock/v9 HTTP/1.1'), 404],
  ['an unsupported method', request(`PUT ${LIST} HTTP/1.1`, ['Content-Length: 0']), 405],
  ['an unknown outcome', request(`GET ${LIST} HTTP/1.1`, ['X-Mock-Fault: cut']), 502],
  ['an unknown file', request('GET /a.js HTTP/1.1'), 404],
  ['OPTIONS', request('OPTIONS / HTTP/1.1'), 404],
  ['HEAD of a list', request(`HEAD ${LIST} HTTP/1.1`), 405],
  ['another host', request('GET / HTTP/1.1').replace('localhost', 'evil.test'), 403],
  ['another origin', request(`GET ${LIST} HTTP/1.1`, ['Origin: http://evil.test']), 403],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['no host in HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', 400],
  [
    'an unknown coding and chunks',
    request(
      `POST ${LIST} HTTP/1.1`,
      ['Transfer-Encoding: xchunked'],
      `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ),
    400,
  ],
  [
    'an identity coding and a body',
    request(`POST ${LIST} HTTP/1.1`, ['Transfer-Encoding: identity'], body),
    400,
  ],
  [
    'chunks in HTTP/1.0',
    request(
      `POST ${LIST} HTTP/1.0`,
      ['Transfer-Encoding: chunked'],
      `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ),
    400,
  ],
  ['dots in the path', request(`GET ${LIST}/../deployments HTTP/1.1`), 400],
  ['two slashes', request('GET //evil.test/ HTTP/1.1'), 400],
  ['two hosts', request('GET / HTTP/1.1', ['Host: a']), 400],
  ['a host with an invalid port', 'GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n', 400],
  ['a host that is a bracket', 'GET / HTTP/1.1\r\nHost: [\r\n\r\n', 400],
  ['a host that is not an address', 'GET / HTTP/1.1\r\nHost: 1.2.3.999\r\n\r\n', 403],
  ['another version', request('GET / HTTP/2.0'), 505],
  ['a long header', request('GET / HTTP/1.1', [`X: ${'a'.repeat(9000)}`]), 431],
  ['two types', request('GET / HTTP/1.1', ['Content-Type: a', 'Content-Type: a']), 415],
  ['rubbish', '\x16\x03\x01\r\n\r\n', 400],
  ['headers that do not end', request('GET / HTTP/1.1', [`X: ${'a'.repeat(140_000)}`]), 431],
  ['an invalid length', request('POST / HTTP/1.1', ['Content-Length: +1'], 'a'), 400],
  [
    'a body that is announced too large',
    request(`POST ${LIST} HTTP/1.1`, ['Expect: 100-continue', 'Content-Length: 2000000']),
    413,
  ],
  ['another expectation', request(`POST ${LIST} HTTP/1.1`, ['Expect: a', length]), 417],
];

describe('C2 the headers of', () => {
  it.each(answersOfData)('%s', async (_what, text, status) => {
    for (const to of [running, secure]) {
      const closing = text.replace(
        'Host: localhost:PORT',
        'Host: localhost:PORT\r\nConnection: close',
      );
      const [response, ...more] = await ask(closing, to);
      expect(more).toEqual([]);
      expect(response?.status).toBe(status);
      expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
        ...everywhere,
        ...ofData,
      });
      expect(response?.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
      expect(response?.headers.get('strict-transport-security')).toBe(
        to === secure ? 'max-age=31536000; includeSubDomains' : undefined,
      );
      const names = [...(response?.headers.keys() ?? [])].join(' ');
      expect(names).not.toMatch(/\b(?:server|x-powered-by|etag|access-control)/);
      if (status >= 400 && !text.startsWith('HEAD')) {
        expect(JSON.parse(response?.body ?? '')).toMatchObject({
          error_code: expect.stringMatching(/^BUILDER\.|^IEF\.|^MOCK\./),
          error_msg: expect.any(String),
        });
      }
    }
  });

  it.each([
    ['the page', '/new/basics', 'no-store'],
    ['a file', '/assets/a-1.js', 'public, max-age=31536000, immutable'],
  ])('%s', async (_what, path, caching) => {
    for (const method of ['GET', 'HEAD']) {
      const [response] = await ask(request(`${method} ${path} HTTP/1.1`, ['Connection: close']));
      expect(response?.status).toBe(200);
      expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
        ...everywhere,
        'cache-control': caching,
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; .*; report-to csp; report-uri \/csp-report$/,
        ),
      });
      if (path === '/new/basics') {
        expect(response?.headers.get('reporting-endpoints')).toBe('csp="/csp-report"');
      }
    }
  });
});

describe('a refusal', () => {
  it.each([
    ['without a host (L5)', 'GET /canary HTTP/1.1\r\n\r\n'],
    [
      'with an unknown encoding, and its body (L4)',
      request('POST /canary HTTP/1.1', ['Transfer-Encoding: xchunked'], '5\r\nhello\r\n0\r\n\r\n'),
    ],
  ])('of a request %s is one readable response with one log line', async (_what, text) => {
    log.length = 0;
    const responses = await ask(text);
    expect(responses.map(({ status }) => status)).toEqual([400]);
    expect(JSON.parse(responses[0]?.body ?? '')).toMatchObject({
      error_code: 'BUILDER.bad_request',
    });
    expect(log).toMatchObject([{ status: 400, route: 'none', error: 'BUILDER.bad_request' }]);
    expect(log[0]?.id).toBe(responses[0]?.headers.get('x-request-id'));
  });

  it('is logged under the id the caller sees', async () => {
    log.length = 0;
    const [odd] = await ask(request('GET //canary/ HTTP/1.1'));
    const [noise] = await ask('canary\r\n\r\n');
    const ids = log.map(({ id }) => id);
    expect(ids).toEqual([odd, noise].map((one) => one?.headers.get('x-request-id')));
    expect(JSON.parse(odd?.body ?? '')).toMatchObject({ request_id: ids[0] });
    expect(log).toMatchObject([
      { status: 400, route: 'none', method: 'GET', error: 'BUILDER.bad_request', level: 'warn' },
      { status: 400, route: 'none', method: 'none', error: 'BUILDER.bad_request' },
    ]);
    expect(JSON.stringify(log)).not.toContain('canary');
  });

  it('of noise after a request does not affect the response to that request', async () => {
    const slow = request(`GET ${LIST} HTTP/1.1`, ['X-Mock-Fault: slow']);
    const responses = await ask(`${slow}noise\r\n\r\n`);
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it('of noise on a used connection is readable', async () => {
    const socket = connect(running.port, '127.0.0.1');
    socket.write(request('GET /healthz HTTP/1.1').replace('PORT', String(running.port)));
    let text = '';
    socket.on('data', (chunk) => {
      if (text === '') socket.write('noise\r\n\r\n');
      text += chunk.toString();
    });
    await once(socket, 'close');
    expect(parseResponses(text).map(({ status }) => status)).toEqual([200, 400]);
  });

  it('of a broken body is its only response', async () => {
    const chunks = request(
      `POST ${LIST} HTTP/1.1`,
      ['Transfer-Encoding: chunked'],
      '5\r\nhello\r\nzz\r\n',
    );
    const responses = await ask(chunks);
    expect(responses.map(({ status }) => status)).toEqual([400]);
  });

  it('closes the connection even if the client keeps it open', async () => {
    let text = '';
    const socket = connect({ port: running.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('data', (chunk) => (text += chunk.toString()));
    const ended = new Promise((resolve) => socket.once('end', resolve));
    socket.write('noise\r\n\r\n');
    await ended;
    socket.destroy();
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a body with Expect: 100-continue', () => {
  it('gets 100 Continue if it is allowed', async () => {
    const text = request(`POST ${LIST} HTTP/1.1`, ['Expect: 100-continue', length]);
    const response = await sendRaw(running.port, text.replaceAll('PORT', String(running.port)));
    expect(response).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
  });

  it('may have 8 MiB for a rollout, and not more', async () => {
    const ask = async (size: number) => {
      const text = request('POST /api/rollouts HTTP/1.1', [
        'Expect: 100-continue',
        `Content-Length: ${size}`,
      ]);
      return sendRaw(running.port, text.replaceAll('PORT', String(running.port)));
    };
    expect(await ask(8 * 1024 * 1024)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
    expect(await ask(8 * 1024 * 1024 + 1)).toMatch(/^HTTP\/1\.1 413 /);
  });
});
