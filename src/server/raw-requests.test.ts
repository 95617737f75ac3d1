import { createServer, connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { createHostCheck } from './http/allowed-hosts.ts';
import { createNodeListener } from './http/node-listener.ts';
import type { Running } from './http/serve.ts';
import { targetAt } from './live-scene.fixture.ts';
import { createMockTarget } from './create-targets.ts';
import { createMockIef } from './mock-ief/mock-ief.ts';
import { createAppScene, DEPLOYMENTS, makeBody, serveAnywhere } from './scene.fixture.ts';

/** Counts whoever connects: nobody may. */
let contacts = 0;
const canary = createServer((socket) => {
  contacts += 1;
  socket.destroy();
});
let canaryHost = '';
let running: Running;
let underWay: () => number;

beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  canaryHost = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
  let made = 0;
  const mock = createMockIef({ now: Date.now, newId: () => `id-${(made += 1)}` });
  const { app } = createAppScene({
    // The live target leads to a port that nobody should be led away from either.
    targets: [createMockTarget(mock), targetAt(9)],
    isHostAllowed: createHostCheck({ port: () => running.port, allowed: [] }),
  });
  underWay = app.crowd.size;
  running = await serveAnywhere(createNodeListener(app, { screen: true }));
});
afterAll(async () => {
  await running.stop(0);
  canary.close();
});

/** Writes raw bytes and gives the status line of the first answer; empty for a connection that was just closed. */
function firstLine(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(running.port, '127.0.0.1', () => socket.end(bytes));
    const end = () => {
      socket.destroy();
      resolve(answer.split('\r\n')[0] ?? '');
    };
    socket.setTimeout(1_500, end);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n')) end();
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

describe('odd requests', () => {
  it.each<[what: string, make: () => Buffer, status: RegExp]>([
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
    [
      'P23 a user part behind the target',
      () => text(`GET /ief/lab/@${canaryHost}/ HTTP/1.1`),
      /404/,
    ],
    ['P25 an encoded slash', () => text(`GET ${list}%2f.. HTTP/1.1`), /404/],
    ['P27 dots', () => text(`GET ${list}/..;/x HTTP/1.1`), /404/],
    ['P29 an encoded line break', () => text(`GET ${list}%0d%0aX:1 HTTP/1.1`), /404/],
    ['P31 an unknown query key', () => text(`GET ${list}?x=1 HTTP/1.1`), /400/],
    ['P31 a repeated query key', () => text(`GET ${list}?limit=1&limit=2 HTTP/1.1`), /400/],
    ['P33 a limit of 0', () => text(`GET ${list}?limit=0 HTTP/1.1`), /400/],
    ['P47 two lengths', () => post([length, length]), /400/],
    ['P49 gzip, chunked', () => post(['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'), /400/],
    ['P51 HTTP/2.0 in words', () => text(`GET ${list} HTTP/2.0`), /400|505/],
    [
      'P53 a chunk that is no number',
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
  ])('%s', async (_what, make, status) => {
    expect(await firstLine(make())).toMatch(status);
    expect(await isAlive()).toBe(true);
    expect(contacts).toBe(0);
  });

  it('P55 a second request behind a refused one is not served', async () => {
    const two = Buffer.concat([
      text(`GET //${canaryHost}/ HTTP/1.1`),
      Buffer.from('\r\n'),
      post(['Idempotency-Key: second', length]),
    ]);
    expect(await firstLine(two)).toContain('400');
    const answer = await fetch(`http://127.0.0.1:${running.port}${list}`);
    expect(((await answer.json()) as { count: number }).count).toBe(0);
  });
});

/** Whole requests to begin with; every part of them is changed. */
const anySeed = fc.record({
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

/** Bytes put in, taken out or changed, each at a place of 0 to 1. */
const anyMutation = fc.array(
  fc.record({
    kind: fc.constantFrom('put', 'take', 'change', 'double'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
  }),
  { maxLength: 4 },
);

describe('raw requests, mutated', () => {
  it(
    'never bring the server down, nor it to another host, and the next request is good',
    { timeout: PROPERTY_MS * 5 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anySeed, anyMutation, async (seed, mutations) => {
          const lines = [
            `${seed.method} ${seed.path} ${seed.version}`,
            `Host: 127.0.0.1:${running.port}`,
            ...seed.headers,
            '',
            seed.payload,
          ];
          let bytes = Buffer.from(lines.join('\r\n').replaceAll('CANARY', canaryHost), 'latin1');
          for (const { kind, at, bytes: some } of mutations) {
            const place = Math.floor(at * bytes.length);
            const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
            const middle = kind === 'double' ? before.subarray(-20) : Buffer.from(some);
            const rest = kind === 'put' || kind === 'double' ? after : after.subarray(some.length);
            bytes = Buffer.concat(kind === 'take' ? [before, rest] : [before, middle, rest]);
          }
          const line = await firstLine(bytes);
          expect(line).toMatch(/^$|^HTTP\/1\.1 (?:[245]\d\d|100) /);
          expect(line).not.toMatch(/ (?:408|421) | 500 /);
          expect(contacts).toBe(0);
        }),
        { numRuns: runs(2000) },
      );
      await expect.poll(underWay, { timeout: 5_000 }).toBe(0);
      expect(await isAlive()).toBe(true);
      const next = await fetch(`http://127.0.0.1:${running.port}/api/targets`);
      expect(next.status).toBe(200);
    },
  );
});
