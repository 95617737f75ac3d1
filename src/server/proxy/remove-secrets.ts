import type { Bytes } from '#src/server/http/body/read-body.ts';

/** Secrets that must not appear in a response. */
export interface Secrets {
  /** Secrets of the server itself, removed from every response. */
  readonly ownSecrets: readonly string[];
  /** The caller's own token, removed from errors because users copy them into tickets. In a success it is data. */
  readonly callerToken: string;
}

/** In a success, a shorter match may be a coincidence, so it stays. */
const MIN_LENGTH_IN_SUCCESS = 16;
/** In an error, shorter secrets would match everywhere. */
const MIN_LENGTH_IN_ERROR = 6;
const REPLACEMENT = '[secret]';

/**
 * Removes the secrets from a JSON text, in every form in which they may appear: plain, escaped for JSON or a URL, in
 * hex or base64, even as part of a longer base64 text. Only strings and keys that contain a secret are rewritten; all
 * other bytes stay. A body without secrets is returned as it is, usually after a fast byte search. The body must be
 * well-formed JSON.
 */
export function removeSecrets(
  body: Bytes,
  { ownSecrets, callerToken }: Secrets,
  isSuccess: boolean,
): Bytes {
  const shortest = isSuccess ? MIN_LENGTH_IN_SUCCESS : MIN_LENGTH_IN_ERROR;
  const all = isSuccess ? ownSecrets : [...ownSecrets, callerToken];
  const searched = [...new Set(all)].filter((secret) => secret.length >= shortest);
  const suspects = findSuspects(body, searched);
  if (suspects.length === 0) return body;
  // Longer forms first, so that no part of one is left behind.
  const forms = [...new Set(suspects.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  const clean = (text: string) =>
    forms.reduce((rest, form) => rest.replaceAll(form, REPLACEMENT), text);
  // Not TextDecoder, which would drop a byte order mark.
  const text = Buffer.from(body).toString('utf8');
  const cleaned = mapLiterals(text, (literal) => {
    if (!literal.includes('\\')) return clean(literal);
    // Decode the literal, so that no escape hides a secret.
    const read = JSON.parse(literal) as string;
    const rest = clean(read);
    return rest === read ? literal : JSON.stringify(rest);
  });
  return cleaned === text ? body : new TextEncoder().encode(cleaned);
}

/** True if a text contains one of the server's own secrets. */
export function containsSecret(text: string, { ownSecrets }: Secrets): boolean {
  return ownSecrets.some(
    (secret) => secret.length >= MIN_LENGTH_IN_SUCCESS && text.includes(secret),
  );
}

/** The part of a secret to search for: only hex and base64 change letters and digits. */
const PLAIN_PART = /[A-Za-z0-9]{6,12}/;

/** Returns the secrets that may be in a body, by searching for a few bytes of each form. */
function findSuspects(body: Bytes, secrets: readonly string[]): readonly string[] {
  if (secrets.length === 0) return secrets;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  // JSON can write any ASCII character as an escape.
  if (bytes.includes(String.raw`\u00`)) return secrets;
  return secrets.filter((secret) => {
    const part = PLAIN_PART.exec(secret)?.[0];
    if (part === undefined) return true;
    const partBytes = Buffer.from(part);
    const hex = partBytes.toString('hex');
    const base64 = insideBase64(partBytes);
    return [part, hex, hex.toUpperCase(), ...base64, ...base64.map(toBase64Url)].some((form) =>
      bytes.includes(form),
    );
  });
}

/**
 * Replaces every string and key of a JSON text, including its quotes. It scans, because a regular expression would
 * overflow the stack.
 */
function mapLiterals(json: string, map: (literal: string) => string): string {
  const parts: string[] = [];
  let done = 0;
  for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', done)) {
    const end = endOfLiteral(json, start);
    parts.push(json.slice(done, start), map(json.slice(start, end)));
    done = end;
  }
  return parts.join('') + json.slice(done);
}

function endOfLiteral(json: string, start: number): number {
  const next = /["\\]/g;
  next.lastIndex = start + 1;
  while (next.exec(json)?.[0] === '\\') next.lastIndex += 1;
  return next.lastIndex;
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  // JSON inside the JSON; there the slash may be escaped too.
  const escaped = JSON.stringify(secret).slice(1, -1);
  const encoded = encodeURIComponent(secret);
  const base64 = [bytes.toString('base64').replace(/=+$/, ''), ...insideBase64(bytes)];
  return [
    secret,
    escaped,
    escaped.replaceAll('/', '\\/'),
    encoded,
    encoded.replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    encoded.replaceAll('%20', '+'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
    ...base64.map(toBase64Url),
  ];
}

/** The characters that encode exactly these bytes, for each alignment inside a longer base64 text. */
function insideBase64(bytes: Buffer): string[] {
  return [0, 1, 2]
    .map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      const bits = (before + bytes.byteLength) * 8;
      return text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
    })
    .filter((text) => text.length >= MIN_LENGTH_IN_ERROR);
}

function toBase64Url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
