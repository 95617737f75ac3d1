import { BlockList, isIP } from 'node:net';

/** Who is at the other end of a connection, seen through the proxies that are trusted. */
export interface Peer {
  /** The address limits count by. */
  readonly address: string;
  /** False for a connection that should have come through a trusted proxy and did not. */
  readonly isAllowed: boolean;
}

/** Reads the peer of a connection from its address and its `X-Forwarded-For`. */
export type ReadPeer = (remote: string, forwardedFor: string | null) => Peer;

/** Says what is wrong with an address or range as `TRUSTED_PROXIES` has it; undefined if nothing is. */
export function findRangeMistake(range: string): string | undefined {
  const [address = '', bits, ...rest] = range.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const isGood =
    family !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  return isGood ? undefined : `"${range}" is no IP address and no range such as 10.0.0.0/8`;
}

/**
 * Makes a reader of peers. Without trusted proxies, everyone is who the connection says. With them, only they and
 * this machine itself may connect, and the peer is the right-most forwarded address that is none of them: what
 * stands left of it could have been written by anyone.
 */
export function createPeerReader(trusted: readonly string[]): ReadPeer {
  if (trusted.length === 0) return (remote) => ({ address: plain(remote), isAllowed: true });
  const ranges = new BlockList();
  for (const range of trusted) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    ranges.addSubnet(
      address,
      bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits),
      family,
    );
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && ranges.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (remote, forwardedFor) => {
    const address = plain(remote);
    if (!isTrusted(address)) {
      return { address, isAllowed: address === '::1' || address.startsWith('127.') };
    }
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
    const peer = hops.reverse().find((hop) => !isTrusted(hop));
    // What is no address was not written by a proxy of ours.
    return { address: peer !== undefined && isIP(peer) !== 0 ? peer : address, isAllowed: true };
  };
}

/** An IPv4 address as such, also where the socket speaks IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
