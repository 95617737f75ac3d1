import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const ALGORITHM = 'SDK-HMAC-SHA256';
const AUTHORIZATION =
  /^SDK-HMAC-SHA256 Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const SDK_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const MAX_SKEW_MS = 15 * 60 * 1000;

/** A request as its signature covers it. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** A key pair as people get it from the vendor: access key and secret key. */
export interface KeyPair {
  readonly access: string;
  readonly secret: string;
}

/**
 * True if the request carries a good `SDK-HMAC-SHA256` signature (docs/sources.md, section 3): right key,
 * date within 15 minutes of `nowMs`, host and date among the signed headers. Never throws.
 */
export function isSignatureGood(request: SignedRequest, keys: KeyPair, nowMs: number): boolean {
  const match = AUTHORIZATION.exec(request.headers.get('authorization') ?? '');
  const date = request.headers.get('x-sdk-date') ?? '';
  if (match === null || match[1] !== keys.access || Math.abs(parseDate(date) - nowMs) > MAX_SKEW_MS)
    return false;
  if (Number.isNaN(parseDate(date))) return false;
  const names = match[2]?.split(';') ?? [];
  if (!names.includes('host') || !names.includes('x-sdk-date')) return false;
  const expected = Buffer.from(sign(request, names, date, keys.secret));
  return timingSafeEqual(expected, Buffer.from(match[3] ?? ''));
}

/** The hex signature of a request over the named headers (lower case, in the order they are listed). */
export function sign(
  request: SignedRequest,
  names: readonly string[],
  date: string,
  secret: string,
): string {
  const canonical = [
    request.method,
    canonicalPath(request.url.pathname),
    canonicalQuery(request.url.searchParams),
    names.map((name) => `${name}:${headerValue(request, name)}\n`).join(''),
    names.join(';'),
    createHash('sha256').update(request.body).digest('hex'),
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  return createHmac('sha256', secret).update(`${ALGORITHM}\n${date}\n${digest}`).digest('hex');
}

function headerValue({ headers, url }: SignedRequest, name: string): string {
  return (headers.get(name) ?? (name === 'host' ? url.host : '')).trim();
}

/** Each segment encoded anew, and a slash at the end, for signing only. */
function canonicalPath(pathname: string): string {
  const path = pathname.split('/').map(decode).map(encode).join('/');
  return path.endsWith('/') ? path : `${path}/`;
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([key, value]) => [encode(key), encode(value)] as const)
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Percent-encodes all but `A-Za-z0-9-_.~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** NaN if it is no date of the form `YYYYMMDDTHHMMSSZ`. */
function parseDate(text: string): number {
  const match = SDK_DATE.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
