import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  createServer as createNetServer,
  type AddressInfo,
  type Server as NetServer,
  type Socket,
} from 'node:net';
import type { TlsOptions } from 'node:tls';
import { afterEach } from 'vitest';
import { systemClock } from './time/clock.ts';
import type { TargetConfig } from './config/targets-file.ts';
import { createLiveTarget } from './config/live-target.ts';
import { createNodeListener } from './http/listen/node-listener.ts';
import { asConnectionEnd } from './mock-ief/faults/as-connection-end.ts';
import { defaultTimeouts } from './proxy/upstream/upstream.ts';
import type { MockOptions } from './mock-ief/kit/options.ts';
import {
  createAppScene,
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  serveOnFreePort,
} from './scene.fixture.ts';

export const TOKEN = { 'x-auth-token': 'canary-token' };
/** The deployments path of the project on the live target. */
export const LAB = `/ief/lab${DEPLOYMENTS}`;

/** Short timeouts for tests, in the proportions of the real ones. */
const timeouts = { connectMs: 2_000, firstByteMs: 1_000, idleMs: 1_000, totalMs: 2_000 };

const cleanups: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The live target `lab` on a port of this machine. */
export function targetAt(
  port: number,
  more: Partial<TargetConfig> = {},
  clock = systemClock,
  times = timeouts,
) {
  const config: TargetConfig = {
    id: 'lab',
    label: 'Lab',
    region: 'cn-north-4',
    endpoint: `http://127.0.0.1:${port}`,
    ca: undefined,
    auth: { kind: 'token' },
    ...more,
  };
  return createLiveTarget(config, times, clock);
}

/** The server with one live target on a port of this machine. */
export function sceneAt(port: number, more: Partial<TargetConfig> = {}, clock = systemClock) {
  return createAppScene({ targets: [targetAt(port, more, clock)] });
}

/** Like {@link sceneAt}, with the real timeouts: for many requests at once on a busy machine. */
export function sceneWithDefaultTimeouts(
  port: number,
  more: Partial<TargetConfig>,
  clock = systemClock,
) {
  return createAppScene({ targets: [targetAt(port, more, clock, defaultTimeouts)] });
}

/** Listens on a free port until the end of the test. */
export async function listen(listener: RequestListener): Promise<number> {
  const running = await serveOnFreePort(listener);
  cleanups.push(() => running.stop(0));
  return running.port;
}

/** A TLS server that counts the requests it receives. */
export async function listenTls(options: TlsOptions) {
  let requests = 0;
  const server = createHttpsServer(options, (_incoming, outgoing) => {
    requests += 1;
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end('{"id":"a","name":"app"}');
  });
  // Some tests expect a refused handshake.
  server.on('tlsClientError', () => undefined);
  await onFreePort(server);
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: portOf(server), requests: () => requests };
}

/** A server of bare TCP connections, for responses that violate HTTP. */
export async function listenRaw(onConnection: (socket: Socket) => void): Promise<number> {
  const open = new Set<Socket>();
  const server = createNetServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    onConnection(socket);
  });
  await onFreePort(server);
  cleanups.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return portOf(server);
}

/** The mock on its own port; `ask` calls it directly. */
export async function listenMock(options: Partial<MockOptions> = {}) {
  const { mock, ask, clock } = createMockScene(options);
  const listener = createNodeListener(mock, { screen: false, asConnectionEnd });
  return { port: await listen(listener), ask, clock };
}

/** A port on which no server listens. */
export async function freePort(): Promise<number> {
  const server = createHttpServer();
  await onFreePort(server);
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A create body whose tag requests a fault of the mock. */
export function bodyWithFault(fault: string): Record<string, unknown> {
  return makeBody('app', { tags: [{ key: 'mock-fault', value: fault }] });
}

function onFreePort(server: NetServer): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: NetServer): number {
  return (server.address() as AddressInfo).port;
}
