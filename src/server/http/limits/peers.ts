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

/** What is wrong with an address or range in `TRUSTED_PROXIES`; undefined if nothing is. */
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
 * Makes a reader of peers. Without trusted proxies, everyone is who the connection says. With them, only they and
 * this machine itself may connect, and the peer is the right-most forwarded address that is not one of them: anything
 * to its left could have been written by anyone.
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
    // Our proxies write addresses and nothing else.
    const isKnown = peer !== undefined && isIP(peer) !== 0;
    return { address: peerOf(isKnown ? peer : address), isAllowed: true };
  };
}

/** Makes the check whether an address is that of a trusted proxy. */
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
 * The peer that an address counts as: an IPv4 address by itself, an IPv6 address with its whole /64, since every host
 * has as many of those as it likes.
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

/** An IPv4 address as such, also where it is written as one of IPv6. */
function normalize(address: string): string {
  const hex = /^(?:::|(?:0{1,4}:){5})ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (hex === null) return address.replace(/^(?:::|(?:0{1,4}:){5})ffff:(?=\d+\.)/i, '');
  const [high, low] = hex.slice(1).map((group) => Number.parseInt(group, 16)) as [number, number];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
