import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import type { Running } from './running-servers.ts';

/** Starts an HTTP service, or an HTTPS service if there is a certificate. */
export async function startService(
  listener: RequestListener,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<Running> {
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An HTTP proxy that records every request and forwards it to `upstream` unchanged. */
export async function startRecorder(
  upstream: string,
): Promise<Running & { requests: RecordedRequest[] }> {
  const requests: RecordedRequest[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url: path = '', headers } = incoming;
      requests.push({ method, path, headers, body });
      const forwarded = request(upstream + path, { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A TCP proxy between a browser and a server that can fail on demand. */
export interface TcpProxy extends Running {
  /** From now on, data still reaches the server, but no response returns. */
  silence(): void;
  /** Closes every connection and refuses new ones, as when a machine sleeps or a cable is pulled. */
  disconnect(): void;
  /** Accepts new connections again. */
  reconnect(): void;
  /** Resolves once every request has its response and no data has come for a while. */
  idle(): Promise<void>;
}

/** The proxy is idle after this long without data. */
const IDLE_MS = 500;

/** Starts a TCP proxy to `upstream`. */
export async function startTcpProxy(upstream: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(upstream);
  const sockets = new Set<Socket>();
  /** Sockets of the browser that wait for a response. */
  const waiting = new Set<Socket>();
  let lastByteAt = performance.now();
  let state: 'up' | 'silent' | 'down' = 'up';
  const server = createTcpServer((browserSocket) => {
    if (state === 'down') {
      browserSocket.destroy();
      return;
    }
    const serverSocket = connect(Number(port), hostname);
    for (const [one, other] of [
      [browserSocket, serverSocket],
      [serverSocket, browserSocket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        waiting.delete(one);
        // A silent proxy also hides from the browser that the server closed the connection.
        if (state !== 'silent' || one === browserSocket) other.destroy();
      });
    }
    browserSocket.on('data', () => {
      waiting.add(browserSocket);
      lastByteAt = performance.now();
    });
    browserSocket.pipe(serverSocket);
    serverSocket.on('data', (chunk) => {
      waiting.delete(browserSocket);
      lastByteAt = performance.now();
      if (state === 'up') browserSocket.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const disconnect = () => {
    state = 'down';
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silence: () => void (state = 'silent'),
    disconnect,
    reconnect: () => void (state = 'up'),
    async idle() {
      while (waiting.size > 0 || performance.now() - lastByteAt < IDLE_MS)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async stop() {
      disconnect();
      server.close();
      await once(server, 'close');
    },
  };
}
