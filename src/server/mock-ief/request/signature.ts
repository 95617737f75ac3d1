import { timingSafeEqual } from 'node:crypto';
import { parseSdkDate, signatureOf, type SignedRequest } from '#src/server/auth/sdk-signature.ts';

const AUTHORIZATION =
  /^SDK-HMAC-SHA256 Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const MAX_SKEW_MS = 15 * 60 * 1000;

/** A vendor key pair: access key and secret key. */
export interface KeyPair {
  readonly access: string;
  readonly secret: string;
}

/**
 * True if the headers have the form of a signature (docs/sources.md, section 3): right key, date within 15 minutes of
 * `nowMs`, the date among the signed headers. The SDK for Go does not sign the host. Never throws.
 */
export function mayBeSigned(
  headers: SignedRequest['headers'],
  keys: KeyPair,
  nowMs: number,
): boolean {
  const match = AUTHORIZATION.exec(headers.get('authorization') ?? '');
  const date = headers.get('x-sdk-date') ?? '';
  if (match === null || match[1] !== keys.access) return false;
  // Negated, because a malformed date gives NaN.
  if (!(Math.abs(parseSdkDate(date) - nowMs) <= MAX_SKEW_MS)) return false;
  return match[2]!.split(';').includes('x-sdk-date');
}

/** True if the signature matches the request's headers and body. Never throws. */
export function isSignatureGood(request: SignedRequest, keys: KeyPair): boolean {
  const match = AUTHORIZATION.exec(request.headers.get('authorization') ?? '');
  const date = request.headers.get('x-sdk-date') ?? '';
  const names = match?.[2]?.split(';') ?? [];
  const expected = Buffer.from(signatureOf(request, names, date, keys.secret));
  const given = Buffer.from(match?.[3] ?? '');
  return expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
}
