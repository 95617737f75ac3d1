import { createHash, createHmac } from 'node:crypto';

/** The algorithm in the `Authorization` header (docs/sources.md, section 3). */
export const ALGORITHM = 'SDK-HMAC-SHA256';

/** The parts of a request that its signature covers. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: { get(name: string): string | null };
  readonly body: Uint8Array;
}

/**
 * Returns the hex signature over the named headers (lower case, in the given order). `date` is the `X-Sdk-Date`. For
 * signing only, the path gets a trailing slash. The secret key is used directly.
 */
export function signatureOf(
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

/** Formats milliseconds since 1970 as `X-Sdk-Date`: `20200104T090522Z`. */
export function formatSdkDate(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

const SDK_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Parses an `X-Sdk-Date` to milliseconds since 1970; NaN for any other text. */
export function parseSdkDate(text: string): number {
  const match = SDK_DATE.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function headerValue({ headers, url }: SignedRequest, name: string): string {
  return (headers.get(name) ?? (name === 'host' ? url.host : '')).trim();
}

/** Re-encodes each segment and adds a trailing slash, for signing only. */
function canonicalPath(pathname: string): string {
  const path = pathname.split('/').map(decode).map(encode).join('/');
  return path.endsWith('/') ? path : `${path}/`;
}

/** Sorts before encoding, as the vendor's signers do. */
function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Percent-encodes everything except `A-Za-z0-9-_.~`. */
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
