import { asObject } from '#src/json/value.ts';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';

/** The parts of a token that the page reads. Each may be missing: the format of tokens is up to the service. */
export interface TokenContent {
  /** By the service's clock, in milliseconds since 1970. */
  readonly expiresAt: number | undefined;
  /** The only project that the token is valid for. */
  readonly projectId: string | undefined;
  /** For the default project of a region, this is the name of the region. */
  readonly projectName: string | undefined;
}

/** Documented by the vendor, in milliseconds. */
export const TOKEN_LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * Reads an IAM token: a signed message (CMS) that contains JSON, in base64 with `-` instead of `/`. The signature is
 * not verified; the service does that. Never throws.
 */
export function readToken(token: string): TokenContent {
  const json = decode(token);
  const expiresAt = /"expires_at"\s*:\s*"([^"]{1,40})"/.exec(json)?.[1];
  const project = asObject(objectAfter(json, /"project"\s*:\s*/));
  const { id, name } = project;
  return {
    expiresAt: expiresAt === undefined ? undefined : parseTimestamp(expiresAt)?.getTime(),
    projectId: typeof id === 'string' ? id : undefined,
    projectName: typeof name === 'string' ? name : undefined,
  };
}

/**
 * Decodes to Latin-1, which is enough for the ASCII parts that are read. An incomplete token is decoded as far as it
 * goes.
 */
function decode(token: string): string {
  // Some tools use the URL-safe alphabet, where `-` means `+`. Only that alphabet has `_`.
  const isUrlSafe = token.includes('_');
  const standard = token
    .replaceAll('-', isUrlSafe ? '+' : '/')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  try {
    // A single letter left over after the groups of four is less than a byte.
    return atob(standard.slice(0, standard.length - (standard.length % 4 === 1 ? 1 : 0)));
  } catch {
    return '';
  }
}

/** The JSON object right after a match; undefined if there is none or if it is invalid. */
function objectAfter(text: string, prefix: RegExp): unknown {
  const match = prefix.exec(text);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  if (text[start] !== '{') return undefined;
  let depth = 0;
  // Braces inside strings are miscounted. Then the slice is not valid JSON, and nothing is read.
  for (let end = start; end < text.length; end++) {
    if (text[end] === '{') depth++;
    if (text[end] === '}') depth--;
    if (depth > 0) continue;
    try {
      return JSON.parse(text.slice(start, end + 1)) as unknown;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
