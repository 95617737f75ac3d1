import { createServer, connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { systemClock } from './time/clock.ts';
import { createHostCheck } from './http/kit/allowed-hosts.ts';
import { createNodeListener } from './http/listen/node-listener.ts';
import type { Running } from './http/listen/serve.ts';
import { targetAt } from './live-scene.fixture.ts';
import { createMockTarget } from './create-targets.ts';
import { createMockIef } from './mock-ief/mock-ief.ts';
import { proxyRoutes } from './proxy/routes.ts';
import {
  createAppScene,
  DEPLOYMENTS,
  makeBody,
  PROJECT,
  serveOnFreePort,
} from './scene.fixture.ts';

/** Counts connections, which must not happen. */
let contacts = 0;
const canary = createServer((socket) => {
  contacts += 1;
  socket.destroy();
});
let canaryHost = '';
let running: Running;
let underWay: () => number;
/** Behind the live target `lab`: the headers of all requests that arrived, unchanged. */
const passed: string[][] = [];
let target: Running;

beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  canaryHost = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
  target = await serveOnFreePort((incoming, outgoing) => {
    passed.push(incoming.rawHeaders);
    incoming.resume();
    incoming.on('end', () => {
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end('{"id":"a","name":"app"}');
    });
  });
  let made = 0;
  const mock = createMockIef({ clock: systemClock, newId: () => `id-${(made += 1)}` });
  const { app } = createAppScene({
    targets: [createMockTarget(mock), targetAt(target.port)],
    isHostAllowed: createHostCheck({ port: () => running.port, allowed: [] }),
  });
  underWay = app.concurrency.size;
  running = await serveOnFreePort(createNodeListener(app, { screen: true }));
});
afterAll(async () => {
  await running.stop(0);
  await target.stop(0);
  canary.close();
});

/**
 * Writes raw bytes and returns the status line of the first response; empty if the connection was just closed. After
 * a while it ends its side, for a server that waits for more.
 */
function firstLine(bytes: Buffer, patienceMs = 1_000): Promise<string> {
  return new Promise((resolve) => {
    let response = '';
    const socket = connect(running.port, '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(() => socket.end(), patienceMs);
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(response.split('\r\n')[0] ?? '');
    };
    socket.setTimeout(1_500, end);
    socket.on('data', (chunk) => {
      response += chunk.toString('latin1');
      if (response.includes('\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}

const isAlive = async () =>
  (await fetch(`http://127.0.0.1:${running.port}/healthz`)).status === 200;

const body = JSON.stringify(makeBody());
const list = `/ief/mock${DEPLOYMENTS}`;
const text = (line: string, headers: readonly string[] = [], payload = '') =>
  Buffer.from(
    [line, `Host: 127.0.0.1:${running.port}`, ...headers, '', payload].join('\r\n'),
    'latin1',
  );
const post = (headers: readonly string[], payload = body) =>
  text(`POST ${list} HTTP/1.1`, headers, payload);
const length = `Content-Length: ${Buffer.byteLength(body)}`;
/** As long as the other, with another name. */
const bodyOf = (name: string) =>
  JSON.stringify(makeBody(name)).padEnd(body.length).slice(0, body.length);

const lab = `/ief/lab${DEPLOYMENTS}`;
const TOKEN = 'X-Auth-Token: canary';
/** The headers the page sends with unsafe requests. */
const asPage = () => [`Origin: http://127.0.0.1:${running.port}`, 'X-Ief-Builder: 1', length];
const get = (headers: readonly string[], path = list) => text(`GET ${path} HTTP/1.1`, headers);
const chunked = (payload: string) => post(['Transfer-Encoding: chunked'], payload);
const MIB = 1024 * 1024;

/** Requests with their required status; none if the connection may simply be closed. */
const odd: readonly (readonly [what: string, make: () => Buffer, status: RegExp])[] = [
  [
    'P09 a foreign host',
    () => Buffer.from(`GET ${list} HTTP/1.1\r\nHost: localhost.evil.com\r\n\r\n`),
    /403/,
  ],
  [
    'P09 a name that looks like an address',
    () => Buffer.from(`GET ${list} HTTP/1.1\r\nHost: 127a0b0c1\r\n\r\n`),
    /403/,
  ],
  [
    'P09 the wrong port',
    () => Buffer.from(`GET ${list} HTTP/1.1\r\nHost: localhost:1\r\n\r\n`),
    /403/,
  ],
  ['P09 no host', () => Buffer.from(`GET ${list} HTTP/1.1\r\n\r\n`), /400/],
  ['P11 two hosts', () => text(`GET ${list} HTTP/1.1`, ['Host: evil.test']), /400/],
  ['P13 absolute form', () => text(`GET http://${canaryHost}/ HTTP/1.1`), /400/],
  ['P21 a path that is a host', () => text(`GET //${canaryHost}/x HTTP/1.1`), /400/],
  ['P21 a backslash', () => text(`GET /\\${canaryHost}/x HTTP/1.1`), /400/],
  ['P23 a user part', () => text(`GET /ief/mock@${canaryHost}/x HTTP/1.1`), /404/],
  ['P23 a user part after the target', () => text(`GET /ief/lab/@${canaryHost}/ HTTP/1.1`), /404/],
  ['P25 an encoded slash', () => text(`GET ${list}%2fx HTTP/1.1`), /404/],
  ...[
    '/../deployments',
    '/x/..',
    '/./x',
    '/.',
    '/%2e%2e/deployments',
    '/%2E%2e/deployments',
    '/.%2E/deployments',
    '/%2E./deployments',
    '/%2e/x',
    '%2f..',
    '/x%2f..%2fy',
    '/x%5C%2e%2e%5cy',
    '/%252e%252e/deployments',
    '/%25252e./deployments',
    '/x%252f..%255c',
  ].map(
    (path) =>
      [`P24 dots in the path: ${path}`, () => text(`GET ${list}${path} HTTP/1.1`), /400/] as const,
  ),
  ['P24 dots after the query', () => text(`GET ${list}?name=/../ HTTP/1.1`), /200/],
  ['P24 dots in a name', () => text(`GET ${list}/a..b HTTP/1.1`), /404/],
  ['P24 dots before the target', () => text('GET /ief/../api/targets HTTP/1.1'), /400/],
  ['P24 dots before the page', () => text('GET /new/%2e%2e/basics HTTP/1.1'), /400/],
  ['P27 dots', () => text(`GET ${list}/..;/x HTTP/1.1`), /404/],
  ['P29 an encoded line break', () => text(`GET ${list}%0d%0aX:1 HTTP/1.1`), /404/],
  ['P31 an unknown query key', () => text(`GET ${list}?x=1 HTTP/1.1`), /400/],
  ['P31 a repeated query key', () => text(`GET ${list}?limit=1&limit=2 HTTP/1.1`), /400/],
  ['P33 a limit of 0', () => text(`GET ${list}?limit=0 HTTP/1.1`), /400/],
  ['P47 two lengths', () => post([length, length]), /400/],
  ['P49 gzip, chunked', () => post(['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'), /400/],
  ['P51 HTTP/2.0 in the request line', () => text(`GET ${list} HTTP/2.0`), /400|505/],
  [
    'P53 a chunk size that is not a number',
    () => post(['Transfer-Encoding: chunked'], '0x5\r\nhello\r\n0\r\n\r\n'),
    /400/,
  ],
  ['P61 an underscore in a name', () => text(`GET ${list} HTTP/1.1`, ['X_Auth_Token: a']), /400/],
  [
    'P65 101 headers',
    () =>
      text(
        `GET ${list} HTTP/1.1`,
        Array.from({ length: 101 }, (_, at) => `X-${at}: 1`),
      ),
    /431/,
  ],
  [
    'P65 2,500 headers',
    () =>
      text(
        `GET ${list} HTTP/1.1`,
        Array.from({ length: 2500 }, (_, at) => `X-${at}: 1`),
      ),
    /431/,
  ],
  ['P73 a compressed body', () => post([length, 'Content-Encoding: gzip']), /415/],
  ['TRACE', () => text(`TRACE ${list} HTTP/1.1`), /400/],
  [
    'CONNECT',
    () => Buffer.from(`CONNECT ${canaryHost} HTTP/1.1\r\nHost: ${canaryHost}\r\n\r\n`),
    /^$|400|403/,
  ],
  [
    'P15 its own host by another scheme',
    () => get([`Origin: https://127.0.0.1:${running.port}`]),
    /403/,
  ],
  ['P15 its own host at another port', () => get(['Origin: http://127.0.0.1:1']), /403/],
  ['P07 a page of another site', () => get(['Sec-Fetch-Site: cross-site']), /403/],
  ['P05 a page of another port', () => get(['Sec-Fetch-Site: same-site']), /403/],
  ['P17 no browser, and no token', () => get([], lab), /401/],
  ['P17 no browser, with a token', () => get([TOKEN], lab), /200/],
  ['P19 no type', () => post(asPage()), /415/],
  ['P19 plain text', () => post([...asPage(), 'Content-Type: text/plain']), /415/],
  [
    'P19 a TAB after the type',
    () => post([...asPage(), 'Content-Type: application/json;\tx']),
    /415/,
  ],
  [
    'P19 UTF-16',
    () => post([...asPage(), 'Content-Type: application/json; charset=utf-16']),
    /415/,
  ],
  [
    'P19 two types',
    () => post([...asPage(), 'Content-Type: text/plain', 'Content-Type: application/json']),
    /415/,
  ],
  ['P19 a longer type', () => post([...asPage(), 'Content-Type: application/jsonx']), /415/],
  [
    'P19 capitals',
    () => post([...asPage(), 'Content-Type: APPLICATION/JSON'], bodyOf('p19')),
    /200/,
  ],
  ['P33 a limit of 101', () => get([], `${list}?limit=101`), /400/],
  ['P33 a limit below 0', () => get([], `${list}?limit=-1`), /400/],
  ['P33 a limit with an exponent', () => get([], `${list}?limit=1e2`), /400/],
  ['P31 an array in the query', () => get([], `${list}?name[]=a`), /400/],
  ['P35 another method in a header', () => get(['X-HTTP-Method-Override: DELETE']), /200/],
  [
    'P37 a target in a header',
    () => get([`proxy-to: http://${canaryHost}`, `Forward-to: ${canaryHost}`]),
    /200/,
  ],
  ['P37 a target in the query', () => get([], `${list}?scalar_url=http://${canaryHost}`), /400/],
  ['P47 a length with a sign', () => post(['Content-Length: +5']), /400/],
  ['P47 a length in hex', () => post(['Content-Length: 0x5']), /400/],
  ['P47 a length below 0', () => post(['Content-Length: -1']), /400/],
  ['P47 two lengths that differ', () => post([length, 'Content-Length: 1']), /400/],
  [
    'P49 a length and chunks',
    () => post([length, 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
    /400/,
  ],
  ['P51 HTTP/1.2', () => text(`GET ${list} HTTP/1.2`), /400|505/],
  [
    'P53 a chunk larger than any number',
    () => chunked(`${'f'.repeat(17)}\r\na\r\n0\r\n\r\n`),
    /400/,
  ],
  ['P53 a bare LF after the size', () => chunked('5\nhello\r\n0\r\n\r\n'), /400/],
  ['P53 no end', () => chunked('5\r\nhello\r\n0\r\n'), /400/],
  ['P57 Connection that names the host', () => get(['Connection: close, Host']), /400/],
  [
    'P57 Connection that names the length',
    () => post(['Connection: Content-Length', length], bodyOf('p57')),
    /400/,
  ],
  [
    'P59 an expectation before 2 MiB',
    () => post(['Expect: 100-continue', `Content-Length: ${2 * MIB}`], ''),
    /413/,
  ],
  ['P61 a space after a name', () => get(['x-auth-token : a']), /400/],
  [
    'P67 another host in headers',
    () =>
      get([
        `X-Forwarded-Host: ${canaryHost}`,
        `Forwarded: host=${canaryHost}`,
        `X-Original-URL: http://${canaryHost}/`,
        'X-Rewrite-URL: /x',
      ]),
    /200/,
  ],
  [
    'P71 1 MiB and a byte, announced',
    () => post([`Content-Length: ${MIB + 1}`], 'a'.repeat(MIB + 1)),
    /413/,
  ],
  ['P75 the first bytes of TLS', () => Buffer.from('16030100a5010000a10303', 'hex'), /400/],
  ['P75 the first bytes of HTTP/2', () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), /400/],
  [
    'P75 rubbish',
    () => Buffer.from(Array.from({ length: 1024 }, (_, at) => (at * 131 + 7) % 256)),
    /400/,
  ],
];

describe('unusual requests', () => {
  it.each(odd)('%s', async (_what, make, status) => {
    expect(await firstLine(make())).toMatch(status);
    expect(await isAlive()).toBe(true);
    expect(contacts).toBe(0);
  });

  it('P55 a second request after a refused one is not served', async () => {
    const two = Buffer.concat([
      text(`GET //${canaryHost}/ HTTP/1.1`),
      Buffer.from('\r\n'),
      post(['Idempotency-Key: second', length], bodyOf('p55')),
    ]);
    expect(await firstLine(two)).toContain('400');
    const response = await fetch(`http://127.0.0.1:${running.port}${list}?limit=100`);
    expect(await response.text()).not.toContain('"name":"p55"');
  });

  it.each([16_385, 65_536, 100_000])(
    'P63, P69 a token of %i bytes arrives complete, and no other header of the caller',
    async (size) => {
      const token = 'a'.repeat(size);
      passed.length = 0;
      const headers = [
        `X-Auth-Token: ${token}`,
        'Authorization: Basic x',
        'Cookie: a=b',
        'X-Odd: 1',
      ];
      expect(await firstLine(get(headers, lab))).toContain('200');
      const [heads = []] = passed;
      const names = heads.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
      expect(heads).toContain(token);
      expect(names.filter((name) => /authorization|cookie|x-odd|forward/.test(name))).toEqual([]);
    },
  );
});

/** Valid requests to every route of both targets, in every form a client may use. */
const good: readonly (() => Buffer)[] = ['mock', 'lab'].flatMap((id) =>
  proxyRoutes.flatMap(({ method, template, sendsBody }) => {
    const path = `/ief/${id}${template.replace('{project_id}', PROJECT).replaceAll(/\{\w+\}/g, 'a-1')}`;
    const payload = sendsBody ? body : '';
    const own = sendsBody ? [length, 'Content-Type: application/json'] : [];
    return [
      () => text(`${method} ${path} HTTP/1.1`, [TOKEN, ...own], payload),
      () => text(`${method} ${path} HTTP/1.0`, [TOKEN, ...own], payload),
      () => text(`${method} ${path} HTTP/1.1`, [TOKEN, ...asPage().slice(0, 2), ...own], payload),
      () =>
        text(
          `${method} ${path} HTTP/1.1`,
          [TOKEN, 'Transfer-Encoding: chunked'],
          `${payload.length.toString(16)}\r\n${payload}\r\n0\r\n\r\n`,
        ),
    ];
  }),
);
/** The requests that are mutated, in addition to the generated ones. */
const corpus: readonly (() => Buffer)[] = [...odd.map(([, make]) => make), ...good];

interface Parts {
  readonly method: string;
  readonly path: string;
  readonly version: string;
  readonly headers: readonly string[];
  readonly payload: string;
}

const anyOfCorpus = fc.nat(corpus.length - 1);

/** Whole requests built from parts that do not belong together. */
const anyParts: fc.Arbitrary<Parts> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'get', ''),
  path: fc.constantFrom(
    list,
    `${list}?limit=10`,
    `/ief/lab${DEPLOYMENTS}`,
    `${list}/a/pods/b/restart`,
    '/ief/mock/v2/05e1aef9040010e22fccc009adecb056/edgemgr/nodes',
    '/api/targets',
    '/api/session',
    '/csp-report',
    '/healthz',
    '/new/basics',
    '/assets/x.js',
    '//CANARY/x',
    'http://CANARY/x',
    '/ief/lab@CANARY/x',
    '*',
  ),
  version: fc.constantFrom(
    'HTTP/1.1',
    'HTTP/1.1',
    'HTTP/1.1',
    'HTTP/1.0',
    'HTTP/2.0',
    'HTTP/1.2',
    '',
  ),
  headers: fc.array(
    fc.constantFrom(
      'Content-Type: application/json',
      'Content-Length: 0',
      'Content-Length: 99999999',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: identity',
      'Connection: close, Host',
      'Connection: X-Auth-Token',
      'Expect: 100-continue',
      'Origin: http://evil.test',
      'X-Auth-Token: a',
      'X-Forwarded-Host: CANARY',
      'Forwarded: host=CANARY',
      'X-Original-URL: /x',
      'proxy-to: http://CANARY',
      'Host: CANARY',
      'Idempotency-Key: a',
      'Upgrade: h2c',
      'Cookie: ief_sid=x',
      'X-Mock-Fault: cut',
      'ief-instance-id: a',
      ': empty',
      'no colon',
      ' folded: 1',
      `X: ${'a'.repeat(9000)}`,
    ),
    { maxLength: 8 },
  ),
  payload: fc.constantFrom(
    '',
    body,
    '{"a":',
    '0\r\n\r\n',
    '5\r\nhello\r\n0\r\n\r\n',
    '[[[[[[[[',
    'a=b',
  ),
});

function join({ method, path, version, headers, payload }: Parts): Buffer {
  const host = `Host: 127.0.0.1:${running.port}`;
  const lines = [`${method} ${path} ${version}`, host, ...headers, '', payload];
  return Buffer.from(lines.join('\r\n').replaceAll('CANARY', canaryHost), 'latin1');
}

/** Bytes inserted, removed or changed, each at a position from 0 to 1. */
const anyMutation = fc.array(
  fc.record({
    kind: fc.constantFrom('put', 'take', 'change', 'double'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
  }),
  { maxLength: 4 },
);

describe('raw requests, mutated', () => {
  it('start from a corpus of more than 150', () => {
    expect(corpus.length).toBeGreaterThan(150);
  });

  it(
    'never bring the server down, nor it to another host, and the next request is good',
    { timeout: PROPERTY_MS * 5 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyParts, anyOfCorpus), anyMutation, async (seed, mutations) => {
          let bytes = typeof seed === 'number' ? (corpus[seed]?.() ?? Buffer.of()) : join(seed);
          for (const { kind, at, bytes: some } of mutations) {
            const place = Math.floor(at * bytes.length);
            const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
            const middle = kind === 'double' ? before.subarray(-20) : Buffer.from(some);
            const rest = kind === 'put' || kind === 'double' ? after : after.subarray(some.length);
            bytes = Buffer.concat(kind === 'take' ? [before, rest] : [before, middle, rest]);
          }
          const line = await firstLine(bytes, 10);
          expect(line).toMatch(/^$|^HTTP\/1\.1 (?:[245]\d\d|100) /);
          expect(line).not.toMatch(/ (?:408|421) | 500 /);
          expect(contacts).toBe(0);
        }),
        { numRuns: runs(2000) },
      );
      await expect.poll(underWay).toBe(0);
      expect(await isAlive()).toBe(true);
      const next = await fetch(`http://127.0.0.1:${running.port}/api/targets`);
      expect(next.status).toBe(200);
    },
  );
});
