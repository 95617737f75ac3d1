import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Calls back once when a response was sent, or when its connection is gone. A response that waits behind another one
 * of the same connection emits no `close` of its own in the second case.
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
  // A client may pipeline more requests than the number of listeners Node warns about.
  socket.setMaxListeners(0).on('close', end);
}
