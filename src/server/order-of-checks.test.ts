/** Refusals are cheap: credentials are checked before the body is read, bytes before objects are made. */
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNodeListener } from './http/listen/node-listener.ts';
import type { Running } from './http/listen/serve.ts';
import { parseResponses } from './http/listen/raw-http.testing.ts';
import { LAB, listen, targetAt, TOKEN } from './live-scene.fixture.ts';
import {
  createAppScene,
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  serveOnFreePort,
} from './scene.fixture.ts';

const running: Running[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of running.splice(0)) await one.stop(0);
});

const manyObjects = `{"x":[${'{},'.repeat(98_000)}{}]}`;

async function startServer() {
  const port = await listen((incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => {
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end('{"id":"a","name":"app"}');
    });
  });
  return createAppScene({ targets: [targetAt(port)], isHostAllowed: () => true });
}

/** Sends headers that announce a body, and the body's first byte; returns what is received meanwhile. */
async function askWithoutBody(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const head = `PUT ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{`;
  socket.write(head);
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', () => resolve(text));
    setTimeout(() => socket.destroy(), 1_500);
  });
}

describe('a request without the token its target needs', () => {
  it('is refused for that reason, whatever its body', async () => {
    const { ask } = await startServer();
    for (const body of ['{', '['.repeat(100), `[${'0,'.repeat(100_000)}0]`]) {
      const { status, json } = await ask('PUT', `${LAB}/abc`, body);
      expect([status, json.error_code]).toEqual([401, 'BUILDER.token_missing']);
    }
  });

  it('gets its response before its body has arrived', async () => {
    const { app } = await startServer();
    const one = await serveOnFreePort(createNodeListener(app, { screen: true }));
    running.push(one);
    const [response] = parseResponses(await askWithoutBody(one.port, `${LAB}/abc`));
    expect(response?.status).toBe(401);
  });

  it('gets its response even if the client sends the whole body first', async () => {
    const { app } = await startServer();
    const one = await serveOnFreePort(createNodeListener(app, { screen: true }));
    running.push(one);
    const url = `http://127.0.0.1:${one.port}${LAB}/abc`;
    const headers = { 'content-type': 'application/json' };
    for (let at = 0; at < 5; at++) {
      const response = await fetch(url, { method: 'PUT', headers, body: 'a'.repeat(900_000) });
      expect([response.status, (await response.json()).error_code]).toEqual([
        401,
        'BUILDER.token_missing',
      ]);
    }
  });
});

describe('a body forwarded to a live target', () => {
  it('is never parsed into objects', async () => {
    const { ask } = await startServer();
    const parse = vi.spyOn(JSON, 'parse');
    const { status } = await ask('PUT', `${LAB}/abc`, manyObjects, TOKEN);
    expect(status).toBe(200);
    expect(parse.mock.calls.filter(([text]) => text.length > 1_000)).toEqual([]);
  });
});

describe('the mock', () => {
  it('does not read the body of a request without credentials', async () => {
    const { mock } = createMockScene();
    const listener = createNodeListener(mock, { screen: false });
    const one = await serveOnFreePort(listener);
    running.push(one);
    const [response] = parseResponses(await askWithoutBody(one.port, `${DEPLOYMENTS}/abc`));
    expect(response?.status).toBe(401);
  });

  it('does not parse the body of a request with a wrong signature, nor run its faults', async () => {
    const keys = { access: 'AK', secret: 'SK' };
    const { mock, clock } = createMockScene({ keys });
    const parse = vi.spyOn(JSON, 'parse');
    const date = new Date(clock.wall()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const response = await mock(
      new Request(`http://a${DEPLOYMENTS}`, {
        method: 'POST',
        body: JSON.stringify(makeBody('app', { tags: [{ key: 'mock-fault', value: 'html' }] })),
        headers: {
          'x-sdk-date': date,
          authorization: `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${'0'.repeat(64)}`,
        },
      }),
    );
    expect([response.status, parse.mock.calls.length]).toEqual([401, 0]);
  });

  it('accepts fewer values than a live target gets', async () => {
    const { ask } = createMockScene();
    const { status, json } = await ask(
      'POST',
      DEPLOYMENTS,
      makeBody('app', JSON.parse(manyObjects)),
    );
    expect([status, json.error_code]).toEqual([400, 'MOCK.400003']);
  });
});
