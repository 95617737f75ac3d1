import { isObject } from '#src/domain/core/json.ts';
import type { Bytes } from '#src/server/http/read-body.ts';

/** Shorter ones would be found everywhere. */
const SHORTEST = 6;
const MARK = '[secret]';

/**
 * A JSON text without any of these secrets, in whatever clothes they come: plain, escaped for JSON or an address, in
 * hex or base64, there also as a part of something longer. Texts are looked at as JSON reads them, so no way of
 * escaping hides one. What holds none is given back byte for byte.
 * The text must have passed http/parse-json.ts, since this walks by recursion.
 */
export function withoutSecrets(body: Bytes, secrets: readonly string[]): Bytes {
  // Longer forms go first, so that no part of one is left behind.
  const forms = [
    ...new Set(secrets.filter((secret) => secret.length >= SHORTEST).flatMap(formsOf)),
  ].sort((a, b) => b.length - a.length);
  if (forms.length === 0) return body;
  let isFound = false;
  const cleanText = (text: string) => {
    const clean = forms.reduce((rest, form) => rest.replaceAll(form, MARK), text);
    isFound ||= clean !== text;
    return clean;
  };
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanText(value);
    if (Array.isArray(value)) return value.map(clean);
    if (!isObject(value)) return value;
    // fromEntries defines own keys, so a key named __proto__ stays a key.
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [cleanText(key), clean(inner)]),
    );
  };
  const cleaned = clean(JSON.parse(new TextDecoder().decode(body)));
  return isFound ? new TextEncoder().encode(JSON.stringify(cleaned)) : body;
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  // JSON inside the JSON, where the solidus may be escaped as well.
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
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** The characters that stand for these bytes alone where they begin at any place of a longer base64 text. */
function insideBase64(bytes: Buffer): string[] {
  return [0, 1, 2]
    .map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      const bits = (before + bytes.byteLength) * 8;
      return text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
    })
    .filter((text) => text.length >= SHORTEST);
}
