import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { Server as NetServer, type AddressInfo } from 'node:net';
import { handleClientErrors, handleExpectations } from './client-errors.ts';
import {
  guardConnections,
  defaultConnections,
  type ConnectionLimits,
} from '#src/server/http/limits/connection-guard.ts';
import type { Listener } from './node-listener.ts';
import { onResponseClosed } from './on-response-closed.ts';
import { refuseWithoutApp, writeRefusal } from '#src/server/http/kit/refusal.ts';

const IDLE_CLOSE_MS = 2_000;
const IN_FLIGHT_MS = 25_000;

/** Port 0 means any free port. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A listening server. */
export interface Running {
  /** The actual port. */
  readonly port: number;
  /**
   * Stops gracefully: refuses new connections, closes idle ones after `idleMs` (default 2,000) and waits up to 25
   * seconds for requests in flight. Resolves to true if all of them finished.
   */
  stop(idleMs?: number): Promise<boolean>;
}

/** In PEM format. */
interface TlsKeys {
  readonly cert: string;
  readonly key: string;
}

const limits: ServerOptions = {
  // IAM tokens are up to 100,000 characters long.
  maxHeaderSize: 131_072,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
  insecureHTTPParser: false,
  // screenRequest refuses a request without Host, with a message, our headers and a log line.
  requireHostHeader: false,
};

/** Addresses on one port, and the keys if it uses TLS. */
interface Addresses {
  /** The first is required. Others are skipped if the machine does not have them or they are in use. */
  readonly hosts: readonly string[];
  readonly port: number;
  readonly tls: TlsKeys | undefined;
}

/** Listens on several addresses with one port, as one server. Rejects like {@link serve} for the first address. */
export async function serveAll(
  listener: Listener,
  { hosts: [first = '127.0.0.1', ...more], port, tls }: Addresses,
  connections?: ConnectionLimits,
): Promise<Running> {
  const running = [await serve(listener, { host: first, port }, tls, connections)];
  for (const host of more) {
    const additional = serve(listener, { host, port: running[0]?.port ?? port }, tls, connections);
    running.push(...(await additional.then((server) => [server]).catch(() => [])));
  }
  return {
    port: running[0]?.port ?? port,
    async stop(idleMs) {
      const finished = await Promise.all(running.map((server) => server.stop(idleMs)));
      return finished.every(Boolean);
    },
  };
}

/**
 * Listens with the limits of docs/sources.md, section 8. Rejects with Node's error if it cannot listen, such as
 * EADDRINUSE.
 */
export async function serve(
  listener: Listener,
  address: Address,
  tls?: TlsKeys,
  connections = defaultConnections,
): Promise<Running> {
  const { refuse = refuseWithoutApp } = listener;
  const server =
    tls === undefined
      ? createServer(limits)
      : createTlsServer({ ...limits, ...tls, minVersion: 'TLSv1.2' });
  const { mayProceed, isOverflow } = guardConnections(server, connections);
  server.on('request', (incoming, outgoing) => {
    if (isOverflow(incoming)) outgoing.shouldKeepAlive = false;
    if (mayProceed(incoming)) return listener(incoming, outgoing);
    incoming.resume();
    return void writeRefusal(refuse(503, incoming.method), outgoing);
  });
  const inFlight = new Map<ServerResponse, IncomingMessage>();
  handleClientErrors(server, inFlight, refuse);
  handleExpectations(server, refuse);
  // Node silently truncates the list of headers; screenRequest refuses more than 100.
  server.maxHeadersCount = 2_000;
  server.on('request', (incoming, outgoing) => {
    inFlight.set(outgoing, incoming);
    onResponseClosed(incoming.socket, outgoing, () => inFlight.delete(outgoing));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: (idleMs = IDLE_CLOSE_MS) => stop(server, () => inFlight.size, idleMs),
  };
}

async function stop(server: Server, countOpen: () => number, idleMs: number): Promise<boolean> {
  // The HTTP server's own close() would close idle keep-alive sockets immediately and reset requests on their way.
  // NetServer's only closes the listening socket.
  NetServer.prototype.close.call(server);
  await wait(idleMs, async () => (await countSockets(server)) === 0);
  server.closeIdleConnections();
  await wait(IN_FLIGHT_MS, async () => countOpen() === 0);
  const isFinished = countOpen() === 0;
  server.closeAllConnections();
  return isFinished;
}

function countSockets(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((_error, count) => resolve(count));
  });
}

async function wait(ms: number, isOver: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + ms;
  while (!(await isOver()) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
