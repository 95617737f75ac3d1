import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is waited for on each connection: its answers that are open, with who wants to hear of their end. */
const openOn = new WeakMap<Socket, Map<ServerResponse, (() => void)[]>>();

/**
 * Calls back once an answer has left, or once its connection is gone: an answer that waits behind another one of the
 * same connection never hears of that itself. One listener serves a whole connection: adding and removing them for
 * each request costs more than keeping a list.
 */
export function onceOver(socket: Socket, outgoing: ServerResponse, then: () => void): void {
  if (outgoing.destroyed || socket.destroyed) {
    then();
    return;
  }
  const open = openOn.get(socket) ?? watch(socket);
  const waiting = open.get(outgoing);
  if (waiting === undefined) {
    open.set(outgoing, [then]);
    outgoing.on('close', () => end(open, outgoing));
  } else waiting.push(then);
}

function watch(socket: Socket): Map<ServerResponse, (() => void)[]> {
  const open = new Map<ServerResponse, (() => void)[]>();
  openOn.set(socket, open);
  socket.on('close', () => {
    for (const outgoing of open.keys()) end(open, outgoing);
  });
  return open;
}

function end(open: Map<ServerResponse, (() => void)[]>, outgoing: ServerResponse): void {
  const waiting = open.get(outgoing) ?? [];
  open.delete(outgoing);
  for (const then of waiting) then();
}
