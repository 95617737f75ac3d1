import { asObject } from '#src/json/value.ts';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';

/** What a token tells of itself. All of it may be missing: a token is the service's business, not ours. */
export interface TokenWords {
  /** When it runs out by the service's clock, in milliseconds since 1970. */
  readonly expiresAt: number | undefined;
  /** The one project it is good for. */
  readonly projectId: string | undefined;
  /** Name of that project, which for a region's own project is the region. */
  readonly projectName: string | undefined;
}

/** How long a token lives from its issue, as the vendor says, in milliseconds. */
export const TOKEN_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * Reads what an IAM token says of itself. It is a signed message (CMS) in base64 with `-` for `/`, and the bytes
 * hold the token's JSON somewhere. Nothing is verified, which is the service's work. Never throws.
 */
export function readToken(token: string): TokenWords {
  const json = decode(token);
  const when = /"expires_at"\s*:\s*"([^"]{1,40})"/.exec(json)?.[1];
  const project = asObject(objectAfter(json, /"project"\s*:\s*/));
  const { id, name } = project;
  return {
    expiresAt: when === undefined ? undefined : parseTimestamp(when)?.getTime(),
    projectId: typeof id === 'string' ? id : undefined,
    projectName: typeof name === 'string' ? name : undefined,
  };
}

/** The bytes as Latin-1; the JSON's keys and values that are read are ASCII. Half a token gives half the bytes. */
function decode(token: string): string {
  // Some tools write the URL-safe alphabet instead, in which `-` stands for `+`; it is known by its `_`.
  const isUrlSafe = token.includes('_');
  const standard = token
    .replaceAll('-', isUrlSafe ? '+' : '/')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  try {
    // A single letter left over after the groups of four holds no byte.
    return atob(standard.slice(0, standard.length - (standard.length % 4 === 1 ? 1 : 0)));
  } catch {
    return '';
  }
}

/** The JSON object that begins right behind a match; undefined if there is none or it is broken. */
function objectAfter(text: string, place: RegExp): unknown {
  const match = place.exec(text);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  if (text[start] !== '{') return undefined;
  let depth = 0;
  // Braces within strings would be miscounted; then the piece is no JSON, and nothing is read.
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}') depth--;
    if (depth > 0) continue;
    try {
      return JSON.parse(text.slice(start, at + 1)) as unknown;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
