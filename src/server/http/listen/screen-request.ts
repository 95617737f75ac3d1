import type { IncomingMessage } from 'node:http';
import type { RefusalStatus } from '#src/server/http/kit/refusal.ts';

const MAX_HEADER_LINES = 100;
const MAX_HEADER_BYTES = 8 * 1024;
const MAX_TOKEN_BYTES = 100_000;
const CONNECTION =
  /^ *(?:close|keep-alive|upgrade|te|http2-settings)(?: *, *(?:close|keep-alive|upgrade|te|http2-settings))* *$/i;
/** A token of RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const HOST = /^[A-Za-z0-9.:[\]-]+$/;

/** More layers of percent escapes than any client needs. */
const MAX_ESCAPE_LAYERS = 4;

/**
 * True if a path has a segment `.` or `..`, plain or escaped any number of times, after a slash or backslash. URL
 * parsing removes such segments, so a proxy in front would apply its rules to a different path.
 */
function hasDotSegment(url: string): boolean {
  let path = url.split(/[?#]/, 1)[0] ?? '';
  for (let layer = 0; layer <= MAX_ESCAPE_LAYERS; layer++) {
    if (/(?:^|[/\\])\.\.?(?:[/\\]|$)/.test(path)) return true;
    const plainer = path.replaceAll(
      /%(?:25|2e|2f|5c)/gi,
      (escape) => escapes[escape.toLowerCase()]!,
    );
    if (plainer === path) return false;
    path = plainer;
  }
  return true;
}

const escapes: Readonly<Record<string, string>> = {
  '%25': '%',
  '%2e': '.',
  '%2f': '/',
  '%5c': '\\',
};

/** Headers that must not be repeated, because implementations disagree on which one counts. */
const SINGLE = new Set([
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'origin',
  'authorization',
  'x-auth-token',
  'ief-instance-id',
  'idempotency-key',
  'x-ief-builder',
]);

/** The status to refuse with, and the condition. */
type Check<Subject> = readonly [RefusalStatus, (subject: Subject) => boolean];

const requestChecks: readonly Check<IncomingMessage>[] = [
  // We implement no other version.
  [505, ({ httpVersion }) => httpVersion !== '1.1' && httpVersion !== '1.0'],
  // TRACE echoes credentials; CONNECT requests a tunnel.
  [400, ({ method = '' }) => method === 'TRACE' || method === 'CONNECT'],
  // The absolute form, `//host` and backslashes would be parsed as another host.
  [400, ({ url = '' }) => !url.startsWith('/') || url.startsWith('//') || /[\\\0\t]/.test(url)],
  [400, ({ url = '' }) => hasDotSegment(url)],
  // Node silently drops headers beyond its own limit.
  [431, ({ rawHeaders }) => rawHeaders.length / 2 > MAX_HEADER_LINES],
];

interface HeaderLine {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  readonly isRepeated: boolean;
  readonly httpVersion: string;
}

const headerChecks: readonly Check<HeaderLine>[] = [
  // 415, because a repeated type is a type we do not accept.
  [415, ({ name, isRepeated }) => name === 'content-type' && isRepeated],
  [400, ({ name, isRepeated }) => SINGLE.has(name) && isRepeated],
  // Node 20.19.0 accepts a space before the colon, and keeps it in the name.
  [400, ({ name }) => !HEADER_NAME.test(name)],
  // Some proxies read `x_auth_token` as `x-auth-token`.
  [400, ({ name }) => name.includes('_')],
  // IAM tokens are up to 100,000 characters long; no other header needs more than 8 KiB.
  [
    431,
    ({ name, value }) =>
      value.length > (name === 'x-auth-token' ? MAX_TOKEN_BYTES : MAX_HEADER_BYTES),
  ],
  // Other parsers would interpret a user, a path or a space in it differently.
  [400, ({ name, value }) => name === 'host' && !HOST.test(value)],
  // Naming another header here makes proxies on the way drop it.
  [400, ({ name, value }) => name === 'connection' && !CONNECTION.test(value)],
  // Anything but plain chunked bodies allows request smuggling; HTTP 1.0 has no chunks.
  [
    400,
    ({ name, value, httpVersion }) =>
      name === 'transfer-encoding' && (value !== 'chunked' || httpVersion === '1.0'),
  ],
];

/**
 * Checks a request for problems that Node itself lets through (docs/sources.md, section 8) and returns the status to
 * refuse it with; undefined if it is fine.
 */
export function screenRequest(incoming: IncomingMessage): RefusalStatus | undefined {
  return findFailure(requestChecks, incoming) ?? screenHeaders(incoming);
}

function screenHeaders({ rawHeaders, httpVersion }: IncomingMessage): RefusalStatus | undefined {
  const seen = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const value = rawHeaders[index + 1] ?? '';
    const line = { name, value, isRepeated: seen.has(name), httpVersion };
    const failure = findFailure(headerChecks, line);
    if (failure !== undefined) return failure;
    seen.add(name);
  }
  return seen.has('host') ? undefined : 400;
}

function findFailure<Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
): RefusalStatus | undefined {
  return checks.find(([, isBad]) => isBad(subject))?.[0];
}
