import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { PROBES } from '#src/server/http/kit/address.ts';
import { peerOf } from './peers.ts';

/** How many connections may be open: in all, and of one peer (0 means no limit). */
export interface ConnectionLimits {
  readonly inAll: number;
  readonly perPeer: number;
  /** True for a proxy, whose connections are those of many peers. */
  readonly isProxy: (address: string) => boolean;
}

/** The default limits. */
export const standardConnections: ConnectionLimits = {
  inAll: 1_024,
  perPeer: 0,
  isProxy: () => false,
};

/** Connections above the limits that are open at once; the oldest makes room for the next one. */
const MOST_SPARE = 32;

/** Tells the requests of connections above the limits apart. */
export interface ConnectionGuard {
  /** True if the connection of a request is above the limits. */
  isSpare(incoming: IncomingMessage): boolean;
  /** False for a request of such a connection, unless it is a probe. */
  mayAsk(incoming: IncomingMessage): boolean;
}

/**
 * Enforces the limits of a server's connections. Above them only probes are answered, so an orchestrator gets through
 * even where one peer, or many, hold all the connections they may.
 */
export function guardConnections(
  server: Server,
  { inAll, perPeer, isProxy }: ConnectionLimits,
): ConnectionGuard {
  const byPeer = new Map<string, number>();
  const spare = new Map<string, Socket>();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    const peer = peerOf(remoteAddress);
    const own = byPeer.get(peer) ?? 0;
    const hasRoom = perPeer === 0 || own < perPeer || isProxy(remoteAddress);
    if (open < inAll && hasRoom) {
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
    const name = nameOf(socket);
    spare.set(name, socket);
    socket.once('close', () => spare.delete(name));
    const oldest = spare.values().next();
    if (spare.size > MOST_SPARE && oldest.done !== true) oldest.value.destroy();
  });
  const isSpare = ({ socket }: IncomingMessage) => spare.size > 0 && spare.has(nameOf(socket));
  return {
    isSpare,
    mayAsk: (incoming) =>
      !isSpare(incoming) || PROBES.includes((incoming.url ?? '').split('?', 1)[0] ?? ''),
  };
}

/** The other end of a connection. With TLS, the socket of a request is not that of its connection. */
function nameOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
