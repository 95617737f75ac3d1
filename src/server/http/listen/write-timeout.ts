import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long a response waits for a client that does not read, in milliseconds. */
const WRITE_TIMEOUT_MS = 20_000;
/** The maximum total time of a response. It stops clients that read only a byte now and then. */
const WHOLE_RESPONSE_MS = 300_000;

/** The responses of a connection that are ready but not yet read. */
const readyOn = new WeakMap<Socket, Set<ServerResponse>>();

/**
 * Closes the connection if the client does not read a response in time. For a response queued behind another one on
 * the same connection, the time starts when its turn comes.
 */
export function limitWriting(
  socket: Socket,
  outgoing: ServerResponse,
  timeoutMs = WRITE_TIMEOUT_MS,
): void {
  const ready = readyOn.get(socket) ?? new Set();
  readyOn.set(socket, ready.add(outgoing));
  // Node starts this timeout when the response's turn comes, and restarts it for every byte read.
  outgoing.setTimeout(timeoutMs);
  const whole = setTimeout(() => socket.destroy(), WHOLE_RESPONSE_MS).unref();
  outgoing.once('close', () => clearTimeout(whole));
  outgoing.once('finish', () => {
    ready.delete(outgoing);
    clearTimeout(whole);
    // Now it is the next response's turn. If it is not ready, there is nothing to read, so no timeout applies.
    const next = nextOf(socket);
    if (next !== undefined && !ready.has(next)) socket.setTimeout(0);
  });
}

/** The response whose turn it is; Node stores it on the socket. */
function nextOf(socket: Socket & { _httpMessage?: ServerResponse | null }) {
  return socket._httpMessage ?? undefined;
}
