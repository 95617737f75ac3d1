import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Sockets that received bytes after the end of a response. */
const withExcess = new WeakSet<Socket>();

/** Receives the socket of the request whose headers are being written. */
let onSocket: ((socket: Socket) => void) | undefined;

// undici publishes this in the same tick in which it calls onRequestStart.
subscribe('undici:client:sendHeaders', (message) => {
  const { socket } = message as { readonly socket: Socket };
  onSocket?.(socket);
  onSocket = undefined;
});

/**
 * Detects bytes after the end of a response. Call this in `onRequestStart`, and its result one tick after
 * `onResponseEnd`: it is true if more bytes arrived than the response's length says. undici accepts the first part
 * and drops the connection, but a server that does this cannot be trusted about the first part either.
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

/** On a connection that stays open, the parser treats the excess as an unrequested response. */
function isUnrequestedResponse(error: Error | null): boolean {
  return error?.name === 'HTTPParserError' || error?.message === 'bad response';
}

const watched = new WeakSet<Socket>();

/** On a connection that closes, the parser stops and puts the excess back. */
function watchUnshift(socket: Socket): void {
  if (watched.has(socket)) return;
  watched.add(socket);
  const unshift = socket.unshift.bind(socket);
  socket.unshift = (chunk: Uint8Array, encoding?: BufferEncoding) => {
    if (chunk.length > 0) withExcess.add(socket);
    unshift(chunk, encoding);
  };
}
