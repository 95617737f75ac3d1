import { BlockList, isIP } from 'node:net';

const loopback = blockList(['127.0.0.0/8', '::1/128']);

/**
 * Never connected to: link-local (cloud metadata), unspecified, multicast, protocol ranges, and every IPv6 range that
 * embeds an IPv4 address for tunnels or translation, which could lead to any of these.
 */
const forbidden = blockList([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.88.99.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Unspecified, and IPv4-compatible; loopback is checked first.
  '::/96',
  // IPv4-translated.
  '::ffff:0:0:0/96',
  // NAT64.
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  // Teredo and 6to4.
  '2001::/32',
  '2002::/16',
  'fe80::/10',
  'ff00::/8',
]);

const privateRanges = blockList([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.168.0.0/16',
  // For benchmarks; some VPN clients resolve names to it.
  '198.18.0.0/15',
  'fc00::/7',
  // Site-local, the predecessor of fc00::/7.
  'fec0::/10',
]);

/** If a name resolves to `loopback`, it counts as private. */
export type AddressClass = 'public' | 'private' | 'loopback' | 'forbidden';

/**
 * Classifies an IPv4 or IPv6 address without brackets, in any notation and with or without a zone. An IPv4-mapped
 * IPv6 address is classified as its IPv4 address. Anything else is `forbidden`.
 */
export function classifyAddress(address: string): AddressClass {
  const plain = unmapped(address.replace(/%.*$/s, ''));
  const version = isIP(plain);
  if (version === 0) return 'forbidden';
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (loopback.check(plain, family)) return 'loopback';
  if (forbidden.check(plain, family)) return 'forbidden';
  return privateRanges.check(plain, family) ? 'private' : 'public';
}

/**
 * Describes what is wrong with a configured endpoint, as the end of a sentence that begins with its name; undefined
 * if it is valid (docs/sources.md, section 7).
 */
export function findEndpointError(endpoint: string, allowPrivate: boolean): string | undefined {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return 'must be an address such as https://ief.cn-north-4.myhuaweicloud.com';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://';
  if (url.username !== '' || url.password !== '') return 'must not contain a user or password';
  // Check the text too: URL silently drops an empty `?` or `#`.
  if (url.pathname !== '/' || /[?#\\]/.test(endpoint) || endpoint.endsWith('//')) {
    return 'must be only scheme, host and port, without path, query or fragment';
  }
  if (url.port === '0') return 'must not have port 0';
  // URL has normalized every notation of an IPv4 address (0x7f.1, 2130706433, full-width digits).
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) {
    return url.protocol === 'http:'
      ? 'may use http: only with a loopback address such as 127.0.0.1 or [::1]'
      : undefined;
  }
  const kind = classifyAddress(host);
  if (kind === 'forbidden') return 'must not be a link-local or otherwise special address';
  if (kind === 'private' && !allowPrivate) {
    return 'is a private address, which needs "allowPrivate": true';
  }
  if (url.protocol === 'http:' && kind !== 'loopback') {
    return 'may use http: only with a loopback address such as 127.0.0.1 or [::1]';
  }
  return undefined;
}

/** Converts an IPv4-mapped IPv6 address, which URL writes in hex (`::ffff:a9fe:a9fe`), to IPv4. */
function unmapped(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address}]/`);
  const match = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(hostname);
  if (match === null) return address;
  const [high, low] = [parseInt(match[1] ?? '', 16), parseInt(match[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
