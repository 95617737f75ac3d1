import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long an answer waits for a reader who takes nothing of it. In milliseconds. */
const WRITE_TIMEOUT_MS = 20_000;
/** How long an answer may take in all, however slowly it is read: a byte now and then keeps nothing for ever. */
const WHOLE_RESPONSE_MS = 300_000;

/** The answers of a connection that are ready and not yet taken. */
const readyOn = new WeakMap<Socket, Set<ServerResponse>>();

/**
 * Closes the connection if the answer, which is ready to be sent, is not taken in time. The time of an answer that waits
 * behind another one of its connection begins with its turn.
 */
export function limitWriting(
  socket: Socket,
  outgoing: ServerResponse,
  timeoutMs = WRITE_TIMEOUT_MS,
): void {
  const ready = readyOn.get(socket) ?? new Set();
  readyOn.set(socket, ready.add(outgoing));
  // Node starts it when the turn of this answer comes, and again at every byte that is taken.
  outgoing.setTimeout(timeoutMs);
  const whole = setTimeout(() => socket.destroy(), WHOLE_RESPONSE_MS).unref();
  outgoing.once('close', () => clearTimeout(whole));
  outgoing.once('finish', () => {
    ready.delete(outgoing);
    clearTimeout(whole);
    // By now the next answer of this connection has its turn. While it is still being made, nothing is to be taken.
    const next = nextOf(socket);
    if (next !== undefined && !ready.has(next)) socket.setTimeout(0);
  });
}

/** The answer whose turn it is; Node keeps it at the socket. */
function nextOf(socket: Socket & { _httpMessage?: ServerResponse | null }) {
  return socket._httpMessage ?? undefined;
}
