import { BlockList, isIP } from 'node:net';

/** The client of a connection, seen through trusted proxies. */
export interface Peer {
  /** The address that limits count by. */
  readonly address: string;
  /** False for a connection that should have come through a trusted proxy but did not. */
  readonly isAllowed: boolean;
}

/** Determines the peer from the connection's address and `X-Forwarded-For`. */
export type ReadPeer = (remote: string, forwardedFor: string | null) => Peer;

/** Checks an address or range in `TRUSTED_PROXIES`; undefined if it is valid. */
export function findRangeError(range: string): string | undefined {
  const [address = '', bits, ...rest] = range.split('/');
  const family = isIP(address);
  const maxBits = family === 4 ? 32 : 128;
  const isValid =
    family !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= maxBits));
  return isValid ? undefined : `"${range}" is not an IP address or a range such as 10.0.0.0/8`;
}

/**
 * Creates a reader of peers. Without trusted proxies, the peer is the connection's address. With them, only they and
 * this machine may connect, and the peer is the right-most forwarded address that is not a trusted proxy: clients can
 * forge everything to its left.
 */
export function createPeerReader(trusted: readonly string[]): ReadPeer {
  if (trusted.length === 0) return (remote) => ({ address: peerOf(remote), isAllowed: true });
  const isTrusted = createProxyCheck(trusted);
  return (remote, forwardedFor) => {
    const address = normalize(remote);
    if (!isTrusted(address)) {
      const isAllowed = address === '::1' || address.startsWith('127.');
      return { address: peerOf(address), isAllowed };
    }
    const hops = (forwardedFor ?? '').split(',').map((hop) => normalize(hop.trim()));
    const peer = hops.reverse().find((hop) => !isTrusted(hop));
    // Our proxies write only addresses.
    const isKnown = peer !== undefined && isIP(peer) !== 0;
    return { address: peerOf(isKnown ? peer : address), isAllowed: true };
  };
}

/** Creates the check whether an address belongs to a trusted proxy. */
export function createProxyCheck(trusted: readonly string[]): (address: string) => boolean {
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
  return (given) => {
    const address = normalize(given);
    const family = isIP(address);
    return family !== 0 && ranges.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/**
 * The key that limits count by: an IPv4 address, or the /64 of an IPv6 address, because a host can use any address in
 * its /64.
 */
export function peerOf(given: string): string {
  const address = normalize(given.replace(/%.*$/, ''));
  if (isIP(address) !== 6 || address === '::1') return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** Converts an IPv4-mapped IPv6 address to IPv4. */
function normalize(address: string): string {
  const hex = /^(?:::|(?:0{1,4}:){5})ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (hex === null) return address.replace(/^(?:::|(?:0{1,4}:){5})ffff:(?=\d+\.)/i, '');
  const [high, low] = hex.slice(1).map((group) => Number.parseInt(group, 16)) as [number, number];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
