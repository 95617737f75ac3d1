import { timingSafeEqual } from 'node:crypto';
import { parseSdkDate, signatureOf, type SignedRequest } from '#src/server/auth/sdk-signature.ts';

const AUTHORIZATION =
  /^SDK-HMAC-SHA256 Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
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
  if (match === null || match[1] !== keys.access) return false;
  // Not "more than": a date that is none gives NaN.
  if (!(Math.abs(parseSdkDate(date) - nowMs) <= MAX_SKEW_MS)) return false;
  const names = match[2]?.split(';') ?? [];
  if (!names.includes('host') || !names.includes('x-sdk-date')) return false;
  const expected = Buffer.from(signatureOf(request, names, date, keys.secret));
  return timingSafeEqual(expected, Buffer.from(match[3] ?? ''));
}
