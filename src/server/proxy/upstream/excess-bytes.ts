import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Sockets that received more bytes after the end of an answer. */
const withExcess = new WeakSet<Socket>();

/** Receives the socket of the request whose head is being written. */
let onSocket: ((socket: Socket) => void) | undefined;

// undici publishes this in the same turn in which it calls onRequestStart.
subscribe('undici:client:sendHeaders', (message) => {
  const { socket } = message as { readonly socket: Socket };
  onSocket?.(socket);
  onSocket = undefined;
});

/**
 * Detects bytes after the end of an answer. Call this in `onRequestStart`, and its result one turn after
 * `onResponseEnd`: it is true if more came along with the answer than its length says. undici takes the first part
 * as a good answer and drops the connection, but a server that does this cannot be trusted about the first part either.
 */
export function watchForExcess(): () => boolean {
  let requestSocket: Socket | undefined;
  onSocket = (socket) => {
    requestSocket = socket;
    watchUnshift(socket);
  };
  return () =>
    requestSocket !== undefined &&
    (withExcess.has(requestSocket) || isUnrequestedResponse(requestSocket.errored));
}

/** On a connection that stays open, the parser takes the excess for an unrequested answer. */
function isUnrequestedResponse(error: Error | null): boolean {
  return error?.name === 'HTTPParserError' || error?.message === 'bad response';
}

const watched = new WeakSet<Socket>();

/** On one that closes, the parser stops and puts the excess back. */
function watchUnshift(socket: Socket): void {
  if (watched.has(socket)) return;
  watched.add(socket);
  const unshift = socket.unshift.bind(socket);
  socket.unshift = (chunk: Uint8Array, encoding?: BufferEncoding) => {
    if (chunk.length > 0) withExcess.add(socket);
    unshift(chunk, encoding);
  };
}
