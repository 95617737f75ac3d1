import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Agent, get } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createAppScene,
  createMockScene,
  DEPLOYMENTS,
  makeBody,
} from '#src/server/scene.fixture.ts';
import { createMockTarget } from '#src/server/create-targets.ts';
import { defaultConnections } from './connection-guard.ts';
import { createConcurrencyLimit, defaultConcurrency } from './concurrency-limit.ts';
import { createNodeListener, type ListenerOptions } from '#src/server/http/listen/node-listener.ts';
import { serve, type Running } from '#src/server/http/listen/serve.ts';

const PATH = `/ief/mock${DEPLOYMENTS}`;
const running: Running[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const one of running.splice(0)) await one.stop(0);
});

async function start(options: Partial<ListenerOptions> = {}, connections = defaultConnections) {
  const scene = createAppScene({ concurrency: defaultConcurrency, isHostAllowed: () => true });
  const listener = createNodeListener(scene.app, { screen: true, ...options });
  const one = await serve(listener, { host: '127.0.0.1', port: 0 }, undefined, connections);
  running.push(one);
  return { ...scene, port: one.port };
}

/** Connections from an address of this machine that write something and read nothing. */
function open(port: number, count: number, localAddress: string, text: string): Socket[] {
  const opened = Array.from({ length: count }, () => {
    const socket = connect({ port, host: '127.0.0.1', localAddress }, () => socket.write(text));
    socket.pause();
    socket.on('error', () => undefined);
    return socket;
  });
  sockets.push(...opened);
  return opened;
}

/** The status of a response; 0 if there was none. */
function statusOf(port: number, path: string, localAddress = '127.0.0.1'): Promise<number> {
  return new Promise((resolve) => {
    const agent = new Agent({ localAddress });
    const asked = get({ port, host: '127.0.0.1', path, agent }, (response) => {
      response.resume().on('end', () => {
        agent.destroy();
        resolve(response.statusCode ?? 0);
      });
    });
    asked.on('error', () => resolve(0));
  });
}

/** Fills the project with deployments whose list is larger than a connection's buffers. */
async function fill(ask: Awaited<ReturnType<typeof start>>['ask']): Promise<void> {
  for (let at = 0; at < 10; at++) {
    await ask('POST', PATH, makeBody(`a${at}`, { x: 'a'.repeat(920_000) }));
  }
}
const listing = `GET ${PATH}?limit=100 HTTP/1.1\r\nHost: a\r\n\r\n`;

describe('clients that do not read', () => {
  it('count until their response is sent, within the limit of unread bytes', async () => {
    const { ask, app, port } = await start();
    await fill(ask);
    open(port, 6, '127.0.0.2', listing);
    // One peer may leave three responses of 9 MB unread; the others were refused.
    await expect.poll(app.concurrency.size).toBe(3);
    expect(await statusOf(port, `${PATH}?limit=1`, '127.0.0.3')).toBe(200);
  });

  it('are disconnected after a while, even behind another response', async () => {
    const { ask, app, port } = await start({ writeTimeoutMs: 300 });
    await fill(ask);
    open(port, 2, '127.0.0.2', listing + listing);
    await expect.poll(app.concurrency.size).toBeGreaterThan(0);
    await expect.poll(app.concurrency.size).toBe(0);
  });

  it('do not disconnect a client that waits for a slow response behind a fast one', async () => {
    const { mock } = createMockScene({ slowMs: 900 });
    const { app } = createAppScene({
      targets: [createMockTarget(mock)],
      isHostAllowed: () => true,
    });
    const listener = createNodeListener(app, { screen: true, writeTimeoutMs: 300 });
    const one = await serve(listener, { host: '127.0.0.1', port: 0 });
    running.push(one);
    const [socket] = open(
      one.port,
      1,
      '127.0.0.1',
      listing + listing.replace('\r\n\r\n', '\r\nX-Mock-Fault: slow\r\n\r\n'),
    );
    let text = '';
    socket?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket?.resume();
    await expect.poll(() => text.match(/HTTP\/1\.1 200/g)?.length).toBe(2);
  });
});

describe('arriving bodies', () => {
  const slow = `POST ${PATH} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`;

  it('leave slots for other peers and for other requests of the same peer', async () => {
    const { app, port } = await start();
    for (let at = 2; at <= 6; at++) open(port, 52, `127.0.0.${at}`, slow);
    // A quarter of a peer's slots.
    await expect.poll(app.concurrency.size).toBe(5 * 16);
    expect(await statusOf(port, '/api/targets', '127.0.0.9')).toBe(200);
    expect(await statusOf(port, '/api/targets', '127.0.0.2')).toBe(200);
    const create = await fetch(`http://127.0.0.1:${port}${PATH}`, {
      method: 'POST',
      body: JSON.stringify(makeBody()),
    });
    expect(create.status).toBe(200);
  });

  it('take at most half of all slots', () => {
    const concurrency = createConcurrencyLimit(defaultConcurrency);
    const places = Array.from({ length: 128 }, (_, at) =>
      concurrency.enter(`peer ${at >> 4}`, true),
    );
    expect(() => concurrency.enter('another', true)).toThrow(/Too many requests/);
    concurrency.enter('another', false);
    places[0]?.bodyArrived();
    concurrency.enter('another', true);
    expect(concurrency.size()).toBe(130);
  });
});

describe('connections', () => {
  const limits = { ...defaultConnections, perPeer: 20 };

  it('of one peer are limited; beyond the limit only probes are answered', async () => {
    const { port } = await start({}, limits);
    open(port, 200, '127.0.0.1', '');
    await expect.poll(() => statusOf(port, '/api/targets'), { timeout: 10_000 }).toBe(503);
    expect(await statusOf(port, '/healthz')).toBe(200);
    expect(await statusOf(port, '/readyz?x')).toBe(200);
    expect(await statusOf(port, '/api/targets', '127.0.0.2')).toBe(200);
  });

  it('of all peers are limited; beyond the limit only probes are answered', async () => {
    const { port } = await start({}, { ...limits, total: 50 });
    for (const at of [2, 3, 4, 5]) open(port, 20, `127.0.0.${at}`, '');
    await expect
      .poll(() => statusOf(port, '/api/targets', '127.0.0.9'), { timeout: 10_000 })
      .toBe(503);
    expect(await statusOf(port, '/healthz', '127.0.0.9')).toBe(200);
    for (const socket of sockets.splice(0)) socket.destroy();
    await expect.poll(() => statusOf(port, '/api/targets', '127.0.0.9')).toBe(200);
  });

  it('of a proxy are not counted as one peer', async () => {
    const { port } = await start({}, { ...limits, isProxy: (address) => address === '127.0.0.2' });
    const opened = open(port, 40, '127.0.0.2', '');
    await Promise.all(opened.map((socket) => once(socket, 'connect')));
    expect(await statusOf(port, '/api/targets', '127.0.0.2')).toBe(200);
  });
});
