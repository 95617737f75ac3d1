import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { PROBES } from '#src/server/http/kit/request-path.ts';
import { peerOf } from './peers.ts';

/** The maximum number of open connections: in total, and per peer (0 means no limit). */
export interface ConnectionLimits {
  readonly total: number;
  readonly perPeer: number;
  /** True for a proxy, whose connections carry many peers. */
  readonly isProxy: (address: string) => boolean;
}

export const defaultConnections: ConnectionLimits = {
  total: 1_024,
  perPeer: 0,
  isProxy: () => false,
};

/** Open connections beyond the limits; a new one closes the oldest. */
const MAX_OVERFLOW = 32;

export interface ConnectionGuard {
  /** True if the connection of a request is beyond the limits. */
  isOverflow(incoming: IncomingMessage): boolean;
  /** False for a request on such a connection, unless it is a probe. */
  mayProceed(incoming: IncomingMessage): boolean;
}

/**
 * Limits a server's connections. Connections beyond the limits only get probes answered, so that an orchestrator gets
 * through even if peers use up all connections.
 */
export function guardConnections(
  server: Server,
  { total, perPeer, isProxy }: ConnectionLimits,
): ConnectionGuard {
  const byPeer = new Map<string, number>();
  const overflow = new Map<string, Socket>();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    const peer = peerOf(remoteAddress);
    const own = byPeer.get(peer) ?? 0;
    const hasRoom = perPeer === 0 || own < perPeer || isProxy(remoteAddress);
    if (open < total && hasRoom) {
      open += 1;
      byPeer.set(peer, own + 1);
      socket.once('close', () => {
        open -= 1;
        const left = (byPeer.get(peer) ?? 1) - 1;
        if (left === 0) byPeer.delete(peer);
        else byPeer.set(peer, left);
      });
      return;
    }
    const name = socketKey(socket);
    overflow.set(name, socket);
    socket.once('close', () => overflow.delete(name));
    const oldest = overflow.values().next();
    if (overflow.size > MAX_OVERFLOW && oldest.done !== true) oldest.value.destroy();
  });
  const isOverflow = ({ socket }: IncomingMessage) =>
    overflow.size > 0 && overflow.has(socketKey(socket));
  return {
    isOverflow,
    mayProceed: (incoming) =>
      !isOverflow(incoming) || PROBES.includes((incoming.url ?? '').split('?', 1)[0] ?? ''),
  };
}

/**
 * Identifies a connection by its remote end. With TLS, a request has a different socket object than its connection.
 */
function socketKey({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
