import { BlockList, isIP } from 'node:net';

const loopback = blockList(['127.0.0.0/8', '::1/128']);

/** Never asked for anything: link-local (cloud metadata), unspecified, multicast, translated ranges. */
const forbidden = blockList([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  'fe80::/10',
  'ff00::/8',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
]);

const privateRanges = blockList([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
]);

/** What an address is to us. `loopback` counts as private when a name leads to it. */
export type AddressClass = 'public' | 'private' | 'loopback' | 'forbidden';

/** Classifies an IPv4 or IPv6 address without brackets; an IPv4 inside an IPv6 is judged as the IPv4. */
export function classifyAddress(address: string): AddressClass {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (forbidden.check(plain, family)) return 'forbidden';
  if (loopback.check(plain, family)) return 'loopback';
  return privateRanges.check(plain, family) ? 'private' : 'public';
}

/**
 * Says what is wrong with a configured endpoint, as the end of a sentence that begins with its
 * name; undefined if nothing is (docs/sources.md, section 7).
 */
export function findEndpointMistake(endpoint: string, allowPrivate: boolean): string | undefined {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return 'must be an address such as https://ief.cn-north-4.myhuaweicloud.com';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://';
  if (url.username !== '' || url.password !== '') return 'must not hold a user or password';
  // The text, too: URL drops an empty `?` or `#` without a word.
  if (url.pathname !== '/' || /[?#\\]/.test(endpoint) || endpoint.endsWith('//')) {
    return 'must be host and port alone, without path, query or fragment';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) {
    return url.protocol === 'http:'
      ? 'may be http: only for a loopback address such as 127.0.0.1 or [::1]'
      : undefined;
  }
  const kind = classifyAddress(normalize(host));
  if (kind === 'forbidden') return 'must not be a link-local or otherwise special address';
  if (kind === 'private' && !allowPrivate) {
    return 'is a private address, which needs "allowPrivate": true';
  }
  if (url.protocol === 'http:' && kind !== 'loopback') {
    return 'may be http: only for a loopback address such as 127.0.0.1 or [::1]';
  }
  return undefined;
}

/** URL writes an IPv4 inside an IPv6 in hex: `::ffff:a9fe:a9fe`. */
function normalize(host: string): string {
  const match = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(host);
  if (match === null) return host;
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
