import type { IncomingMessage } from 'node:http';
import type { RefusalStatus } from '#src/server/http/kit/refusal.ts';

const MAX_HEADER_LINES = 100;
const MAX_HEADER_BYTES = 8 * 1024;
const MAX_TOKEN_BYTES = 100_000;
const CONNECTION =
  /^ *(?:close|keep-alive|upgrade|te|http2-settings)(?: *, *(?:close|keep-alive|upgrade|te|http2-settings))* *$/i;
const HOST = /^[A-Za-z0-9.:[\]-]+$/;

/** More layers of escapes than anybody needs. */
const MOST_LAYERS = 4;

/**
 * True if a path has a segment `.` or `..`, plain or escaped, however often, behind slashes or backslashes. Such
 * segments vanish when the address is read, so that a rule of a proxy in front would judge another path than ours.
 */
function hasDotSegment(url: string): boolean {
  let path = url.split(/[?#]/, 1)[0] ?? '';
  for (let layer = 0; layer <= MOST_LAYERS; layer++) {
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

/** Headers that must not come twice: which one counts would be anyone's guess. */
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

/**
 * Says what is wrong with a request beyond what Node itself refuses (docs/sources.md, section 8), as a status, or undefined if nothing is.
 */
export function screenRequest(incoming: IncomingMessage): RefusalStatus | undefined {
  const { httpVersion, method = '', url = '', rawHeaders } = incoming;
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 505;
  if (method === 'TRACE' || method === 'CONNECT') return 400;
  // Absolute form, `//host` and backslashes would turn into another host (fact 3).
  if (!url.startsWith('/') || url.startsWith('//') || /[\\\0\t]/.test(url)) return 400;
  if (hasDotSegment(url)) return 400;
  if (rawHeaders.length / 2 > MAX_HEADER_LINES) return 431;
  const seen: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const value = rawHeaders[index + 1] ?? '';
    if (SINGLE.has(name)) {
      if (seen.includes(name)) return name === 'content-type' ? 415 : 400;
      seen.push(name);
    }
    if (name.includes('_')) return 400;
    if (value.length > (name === 'x-auth-token' ? MAX_TOKEN_BYTES : MAX_HEADER_BYTES)) return 431;
    if (name === 'host' && !HOST.test(value)) return 400;
    // Naming another header here is asking every proxy on the way to drop it.
    if (name === 'connection' && !CONNECTION.test(value)) return 400;
    if (name === 'transfer-encoding' && (value !== 'chunked' || httpVersion === '1.0')) return 400;
  }
  return seen.includes('host') ? undefined : 400;
}
