import { timingSafeEqual } from 'node:crypto';
import { signatureOf, type SignedRequest } from '#src/server/auth/sdk-signature.ts';

const AUTHORIZATION =
  /^SDK-HMAC-SHA256 Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const SDK_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const MAX_SKEW_MS = 15 * 60 * 1000;

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
  const expected = Buffer.from(signatureOf(request, names, date, keys.secret));
  return timingSafeEqual(expected, Buffer.from(match[3] ?? ''));
}

/** NaN if it is no date of the form `YYYYMMDDTHHMMSSZ`. */
function parseDate(text: string): number {
  const match = SDK_DATE.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
