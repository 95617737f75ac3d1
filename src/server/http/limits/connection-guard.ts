import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { PROBES } from '#src/server/http/kit/request-path.ts';
import { peerOf } from './peers.ts';

/** How many connections may be open: in all, and of one peer (0 means no limit). */
export interface ConnectionLimits {
  readonly total: number;
  readonly perPeer: number;
  /** True for a proxy, whose connections are those of many peers. */
  readonly isProxy: (address: string) => boolean;
}

/** The default limits. */
export const defaultConnections: ConnectionLimits = {
  total: 1_024,
  perPeer: 0,
  isProxy: () => false,
};

/** Connections above the limits that are open at once; the oldest makes room for the next one. */
const MAX_OVERFLOW = 32;

/** Tells the requests of connections above the limits apart. */
export interface ConnectionGuard {
  /** True if the connection of a request is above the limits. */
  isOverflow(incoming: IncomingMessage): boolean;
  /** False for a request of such a connection, unless it is a probe. */
  mayProceed(incoming: IncomingMessage): boolean;
}

/**
 * Enforces the limits of a server's connections. Above them only probes are answered, so an orchestrator gets through
 * even where one peer, or many, hold all the connections they may.
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

/** The other end of a connection. With TLS, the socket of a request is not that of its connection. */
function socketKey({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
