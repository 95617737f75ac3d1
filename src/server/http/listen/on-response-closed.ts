import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Calls back once, when a response was sent or its connection is closed. In the second case, a response queued behind
 * another one on the same connection emits no `close` itself.
 */
export function onResponseClosed(socket: Socket, outgoing: ServerResponse, then: () => void): void {
  if (outgoing.destroyed || socket.destroyed) {
    then();
    return;
  }
  const end = () => {
    outgoing.off('close', end);
    socket.off('close', end);
    then();
  };
  outgoing.on('close', end);
  // A client may pipeline more requests than Node's warning threshold for listeners.
  socket.setMaxListeners(0).on('close', end);
}
