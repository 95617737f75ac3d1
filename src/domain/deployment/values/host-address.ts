// Own code, because browsers have no node:net and the rules should not load the address checks of zod.

const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const LABEL = /^[A-Za-z0-9_](?:[-A-Za-z0-9_]*[A-Za-z0-9_])?$/;

/** True for four decimal numbers from 0 to 255 without leading zeros. */
export function isIpv4(text: string): boolean {
  const octets = text.split('.', 5);
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255);
}

/** True for an IPv6 address in the notation of RFC 4291, without brackets and zone. */
export function isIpv6(text: string): boolean {
  return groupsOf(text) !== undefined;
}

/** The canonical form of an address, with IPv6 in full; undefined if the text is not an address. */
export function canonicalAddress(text: string): string | undefined {
  return isIpv4(text) ? text : groupsOf(text)?.join(':');
}

/**
 * True for a host name (RFC 1123: labels of up to 63 characters, 253 in all) or an IPv4 address. Underscores
 * are allowed, because resolvers accept them. A last label with only digits is not, because that is a mistyped
 * address.
 */
export function isHostName(text: string): boolean {
  if (isIpv4(text)) return true;
  if (text === '' || text.length > 253) return false;
  const labels = text.split('.');
  if (labels.at(-1) === '' && labels.length > 1) labels.pop();
  return (
    labels.every((label) => label.length <= 63 && LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** The eight groups of an IPv6 address as lower-case hexadecimal numbers without leading zeros. */
function groupsOf(text: string): readonly string[] | undefined {
  if (text.length > 45 || !text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const written = [...(head ?? []), ...(tail ?? [])];
  const last = written.at(-1) ?? '';
  const quad = last.includes('.') ? quadGroups(last) : [];
  if (quad === undefined) return undefined;
  const count = written.length - (quad.length > 0 ? 1 : 0) + quad.length;
  if (tail === undefined ? count !== 8 : count > 7) return undefined;
  const plain = quad.length > 0 ? written.slice(0, -1) : written;
  if (!plain.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  const full = [...plain, ...quad].map((group) => Number.parseInt(group, 16).toString(16));
  const zeros = Array.from({ length: 8 - count }, () => '0');
  const before = head?.length ?? 0;
  // The IPv4 part can only come last, so the part before the gap has only groups.
  if (tail !== undefined && tail.length === 0 && quad.length > 0) return undefined;
  return [...full.slice(0, before), ...zeros, ...full.slice(before)];
}

/** The last two groups if they are written as an IPv4 address. */
function quadGroups(text: string): readonly string[] | undefined {
  if (!isIpv4(text)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
  return [a * 256 + b, c * 256 + d].map((group) => group.toString(16));
}
