import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { MAX_BODY_BYTES, MAX_ROLLOUT_BYTES } from '#src/server/http/body/read-body.ts';
import {
  isRefused,
  writeRefusal,
  type RefusalStatus,
  type Refuse,
} from '#src/server/http/kit/refusal.ts';

/** How long a connection stays open after its last response, in milliseconds. */
const LINGER_MS = 1_000;

/** Parser errors of Node that get a response. */
function statusOf(code: string): RefusalStatus | undefined {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413;
  return code.startsWith('HPE_') ? 400 : undefined;
}

/**
 * Handles `Expect: 100-continue`: 413 for a body that would be too large, before the client sends it, otherwise 100.
 * Any other expectation gets 417.
 */
export function handleExpectations(server: Server, refuse: Refuse): void {
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const limit = incoming.url?.endsWith('/api/rollouts') ? MAX_ROLLOUT_BYTES : MAX_BODY_BYTES;
    if (Number(incoming.headers['content-length'] ?? 0) > limit) {
      void writeRefusal(refuse(413, incoming.method), outgoing);
      return;
    }
    outgoing.writeContinue();
    server.emit('request', incoming, outgoing);
  });
  server.on('checkExpectation', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    void writeRefusal(refuse(417, incoming.method), outgoing);
  });
}

/**
 * Responds to malformed HTTP with an error and closes the connection. A request that times out gets no response: a
 * 408 would make a browser resend a create by itself (docs/sources.md, section 8). Complete or refused requests on
 * the same connection get their responses first.
 */
export function handleClientErrors(
  server: Server,
  inFlight: ReadonlyMap<ServerResponse, IncomingMessage>,
  refuse: Refuse,
): void {
  /** The parser reports the error again for every further byte. */
  const seen = new WeakSet<Socket>();
  const latest = new WeakMap<Socket, readonly [ServerResponse, IncomingMessage]>();
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    latest.set(incoming.socket, [outgoing, incoming]);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const status = statusOf(error.code ?? '');
    if (status === undefined || !socket.writable) {
      socket.destroy();
      return;
    }
    if (seen.has(socket)) return;
    seen.add(socket);
    const open = [...inFlight].filter(([, incoming]) => incoming.socket === socket);
    const last = open.findLast(
      ([outgoing, incoming]) => incoming.complete || isRefused(outgoing),
    )?.[0];
    if (last !== undefined) last.once('close', () => linger(socket));
    // The broken request already has a response: a second one would look like that of the next request.
    else if (open.some(([outgoing]) => outgoing.headersSent)) socket.destroy();
    else if (wasAnswered(latest.get(socket))) linger(socket);
    else void writeRaw(refuse(status), socket);
  });
}

/** True if a response was sent while the body was still arriving. */
function wasAnswered(exchange: readonly [ServerResponse, IncomingMessage] | undefined): boolean {
  if (exchange === undefined) return false;
  const [outgoing, incoming] = exchange;
  return !incoming.complete && outgoing.writableEnded;
}

async function writeRaw(refusal: Promise<Response>, socket: Socket): Promise<void> {
  const response = await refusal;
  const body = Buffer.from(await response.arrayBuffer());
  const headers = {
    ...Object.fromEntries(response.headers),
    'content-length': String(body.byteLength),
    connection: 'close',
  };
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ];
  if (socket.writable) socket.end(Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), body]));
  linger(socket);
}

/** Keeps reading for a moment: closing a connection with unread bytes resets it and loses the response. */
function linger(socket: Socket): void {
  socket.end();
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
