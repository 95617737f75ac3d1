import type { Bytes } from '#src/server/http/read-body.ts';

/** Shorter ones are no secrets, and would be found everywhere. */
const SHORTEST = 8;
const MARK = '[secret]';

/**
 * A text without any of these secrets, in whatever clothes they come: plain, escaped for JSON or an address, in hex
 * or base64. Longer ones go first, so that no part of one is left behind.
 */
export function withoutSecrets(body: Bytes, secrets: readonly string[]): Bytes {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap(formsOf)
    .sort((a, b) => b.length - a.length);
  if (forms.length === 0) return body;
  const text = new TextDecoder().decode(body);
  const clean = forms.reduce((rest, form) => rest.replaceAll(form, MARK), text);
  return clean === text ? body : new TextEncoder().encode(clean);
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [
    ...new Set([
      secret,
      escaped,
      // Solidus and ASCII may be escaped as well.
      escaped.replaceAll('/', '\\/'),
      encodeURIComponent(secret),
      bytes.toString('hex'),
      base64,
      base64.replaceAll('+', '-').replaceAll('/', '_'),
    ]),
  ];
}
