import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createAppScene,
  DEPLOYMENTS,
  makeBody,
  serveOnFreePort,
} from '#src/server/scene.fixture.ts';
import { makeAuthority } from '#src/testing/certificates.ts';
import { createHostCheck } from '#src/server/http/kit/allowed-hosts.ts';
import { createNodeListener } from './node-listener.ts';
import { serve, serveAll, type Running } from './serve.ts';
import { parseResponses, sendRaw } from './raw-http.testing.ts';

const PATH = `/ief/mock${DEPLOYMENTS}`;
const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop(0);
});

async function start(): Promise<{ running: Running; url: string; arrivals: () => number }> {
  let one: Running | undefined;
  const { app, arrivals } = createAppScene({
    isHostAllowed: createHostCheck({ port: () => one?.port ?? 0, allowed: [] }),
  });
  one = await serveOnFreePort(createNodeListener(app, { screen: true }));
  running.push(one);
  return { running: one, url: `http://127.0.0.1:${one.port}`, arrivals };
}

describe('a body that is too large', () => {
  it.each([1024 * 1024 + 1, 8 * 1024 * 1024])('of %i bytes gets a readable 413', async (size) => {
    const { url } = await start();
    const response = await fetch(url + PATH, { method: 'POST', body: 'a'.repeat(size) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error_code: 'BUILDER.payload_too_large' });
    const next = await fetch(url + PATH, { method: 'POST', body: JSON.stringify(makeBody()) });
    expect(next.status).toBe(200);
  });

  it('in chunks of unknown length gets a readable 413', async () => {
    const { url } = await start();
    const chunk = new TextEncoder().encode('a'.repeat(64 * 1024));
    let left = 40;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left-- > 0) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    expect((await fetch(url + PATH, init)).status).toBe(413);
    expect((await fetch(url + PATH)).status).toBe(200);
  });
});

describe('unusual requests', () => {
  const line = (request: string, ...headers: string[]) =>
    `${request}\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n`;
  const HOST = 'Host: 127.0.0.1:PORT';

  it.each([
    ['two Host lines', line('GET /healthz HTTP/1.1', HOST, HOST), 400],
    ['no Host', line('GET /healthz HTTP/1.1'), 400],
    ['an odd Host', line('GET /healthz HTTP/1.1', 'Host: a@b'), 400],
    ['absolute form', line('GET http://evil.test/ HTTP/1.1', HOST), 400],
    ['two slashes', line('GET //evil.test/ HTTP/1.1', HOST), 400],
    ['a backslash', line('GET /\\evil.test/ HTTP/1.1', HOST), 400],
    ['TRACE', line('TRACE / HTTP/1.1', HOST), 400],
    ['HTTP/2.0', line('GET /healthz HTTP/2.0', HOST), 505],
    ['gzip, chunked', line('POST / HTTP/1.1', HOST, 'Transfer-Encoding: gzip, chunked'), 400],
    ['a name with _', line('GET /healthz HTTP/1.1', HOST, 'X_Auth_Token: a'), 400],
    ['two tokens', line('GET / HTTP/1.1', HOST, 'X-Auth-Token: a', 'x-auth-token: b'), 400],
    [
      '101 header lines',
      line('GET /healthz HTTP/1.1', HOST, ...Array.from({ length: 100 }, (_, i) => `X-${i}: a`)),
      431,
    ],
    ['a long header', line('GET /healthz HTTP/1.1', HOST, `X-Long: ${'a'.repeat(9_000)}`), 431],
    ['rubbish', '\x16\x03\x01\x02\x00\x01\x00', 400],
    ['another host', line('GET / HTTP/1.1', 'Host: evil.test'), 403],
    ['another port', line('GET / HTTP/1.1', 'Host: localhost:1'), 403],
    ['its own host', line('GET /api/targets HTTP/1.1', HOST), 200],
    ['its own name', line('GET /api/targets HTTP/1.1', 'Host: localhost:PORT'), 200],
  ])('%s', async (_, text, status) => {
    const { running: one, url } = await start();
    const response = await sendRaw(one.port, text.replaceAll('PORT', String(one.port)));
    expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('survives random bytes', async () => {
    const { running: one, url } = await start();
    const bytes = Uint8Array.from({ length: 1024 }, (_, index) => (index * 131 + 7) % 256);
    await sendRaw(one.port, bytes);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('stopping', () => {
  it('finishes requests in flight, refuses new ones, and ends soon', async () => {
    const { running: one, url, arrivals } = await start();
    running.length = 0;
    const slow = fetch(url + PATH, {
      method: 'POST',
      body: JSON.stringify(makeBody()),
      headers: { 'x-mock-fault': 'slow', connection: 'close' },
    });
    await expect.poll(arrivals, { interval: 1 }).toBe(1);
    const stopped = one.stop(200);
    expect((await slow).status).toBe(200);
    expect(await stopped).toBe(true);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('serves open connections for a while', async () => {
    const { running: one } = await start();
    running.length = 0;
    const socket = connect(one.port, '127.0.0.1');
    const ask = () =>
      new Promise<string>((resolve) => {
        socket.once('data', (chunk) => resolve(chunk.toString()));
        socket.write(`GET /healthz HTTP/1.1\r\nHost: a:1\r\n\r\n`);
      });
    expect(await ask()).toContain('200 OK');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const stopped = one.stop(200);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await ask()).toContain('200 OK');
    expect(await stopped).toBe(true);
    await closed;
  });
});

describe('several addresses', () => {
  it('share one server and port: both loopback addresses, if the machine has them', async () => {
    const { app } = createAppScene();
    const one = await serveAll(createNodeListener(app, { screen: true }), {
      hosts: ['127.0.0.1', '::1', '203.0.113.1'],
      port: 0,
      tls: undefined,
    });
    running.push(one);
    expect((await fetch(`http://127.0.0.1:${one.port}/healthz`)).status).toBe(200);
    const hasSix = Object.values(networkInterfaces()).some((addresses) =>
      addresses?.some(({ address }) => address === '::1'),
    );
    const six = await fetch(`http://[::1]:${one.port}/healthz`).then(
      ({ status }) => status,
      () => 'none',
    );
    expect(six).toBe(hasSix ? 200 : 'none');
  });
});

describe('the server’s own TLS', () => {
  it('serves only https, with Strict-Transport-Security', async () => {
    const authority = await makeAuthority();
    const certificate = await authority.issue({});
    const { app } = createAppScene({ tls: true, isHostAllowed: () => true });
    const listener = createNodeListener(app, { screen: true });
    const one = await serve(listener, { host: '127.0.0.1', port: 0 }, certificate);
    running.push(one);
    const ask = (options: RequestOptions) =>
      new Promise<IncomingMessage | string>((resolve) => {
        const { ca } = authority;
        const asked = request({ host: '127.0.0.1', port: one.port, path: '/', ca, ...options });
        asked.on('response', (response) => resolve(response.resume()));
        asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
        asked.end();
      });
    const response = (await ask({})) as IncomingMessage;
    expect(response.headers['strict-transport-security']).toContain('max-age=31536000');
    expect(await ask({ maxVersion: 'TLSv1.1', minVersion: 'TLSv1' })).toEqual(expect.any(String));
    const plain = await fetch(`http://127.0.0.1:${one.port}/healthz`).catch(() => 'broken off');
    expect(plain).toBe('broken off');
  });
});

describe('malformed HTTP', () => {
  it.each([
    [
      'P47 two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    ],
    ['P47 a length with a sign', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na'],
    ['P75 noise', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['P75 the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])(
    '%s gets a readable 400 or a closed connection, and the next request works',
    async (_what, text) => {
      const { running: one, url } = await start();
      const response = await sendRaw(one.port, Buffer.from(text, 'latin1'));
      expect(response).toMatch(/^(HTTP\/1\.1 (400|505) |$)/);
      if (response !== '') expect(response).toContain('"error_code":"BUILDER.bad_request"');
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    },
  );

  it.each([
    ['a chunk without a size', 'Transfer-Encoding: chunked', 'x\r\n'],
    ['a chunk that is too large', 'Transfer-Encoding: chunked', `${'f'.repeat(17)}\r\n{}`],
  ])('%s in a body that was refused before gets no second response', async (_, coding, rest) => {
    const { running: one } = await start();
    const head = `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\nOrigin: http://evil.test`;
    const socket = connect(one.port, '127.0.0.1');
    let received = '';
    const refused = new Promise((resolve) => socket.once('data', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.write(`${head}\r\n${coding}\r\n\r\n2\r\n{}\r\n`);
    await refused;
    socket.write(`${rest}\r\n`);
    await closed;
    expect(parseResponses(received).map(({ status }) => status)).toEqual([403]);
  });

  it('P65 headers that are too long get 431', async () => {
    const { running: one } = await start();
    const text = `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(140_000)}\r\n\r\n`;
    expect(await sendRaw(one.port, text)).toMatch(/^HTTP\/1\.1 431 /);
  });
});
