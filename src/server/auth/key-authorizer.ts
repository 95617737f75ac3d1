import type { UpstreamResponse, UpstreamRequest } from '#src/server/proxy/upstream/upstream.ts';
import type { Authorizer } from '#src/server/proxy/authorizer.ts';
import { readRefusal } from './read-refusal.ts';
import { ALGORITHM, formatSdkDate, parseSdkDate, signatureOf } from './sdk-signature.ts';

/** An access key with its secret; temporary ones come with a security token. */
export interface AccessKey {
  readonly access: string;
  readonly secret: string;
  readonly securityToken: string | undefined;
}

/** Clocks that differ by more are worth a second try: the gateway takes 15 minutes at most. */
const MIN_SKEW_TO_RETRY_MS = 60_000;
/** A refusal of something signed so far from the target's time is one of the clock. */
const REFUSED_SKEW_MS = 10 * 60_000;
/** How a refusal says that it is about the time. */
const CLOCK_ERROR = /x-sdk-date|time ?stamp|time error|clock|skew|signature (is )?expired/i;
/** The signature in an Authorization header. */
const SIGNATURE = /Signature=(\S+)/;
const PROJECT = /^\/v\d\/([0-9a-f]{32})\//i;

/**
 * Requests signed with an access key (docs/sources.md, section 3). Where the gateway's clock proves to be another
 * than ours, its time is signed from then on. `endpoint` is the target's origin; `now` is in milliseconds since 1970.
 */
export function createKeyAuthorizer(
  endpoint: string,
  key: AccessKey,
  now: () => number,
): Authorizer {
  let offsetMs = 0;
  return {
    authorize: (request) => sign(endpoint, request, key, now() + offsetMs),
    recoverFrom(response, refusedHeaders) {
      const targetTime = dateOf(response);
      if (readRefusal(response) === undefined || targetTime === undefined) return false;
      // By what was signed, not by the offset of now: of several refused at once each gets its second try.
      const signed = parseSdkDate(refusedHeaders['x-sdk-date'] ?? '');
      if (!(Math.abs(targetTime - signed) > MIN_SKEW_TO_RETRY_MS)) return false;
      offsetMs = targetTime - now();
      return true;
    },
    explain(response) {
      const refusal = readRefusal(response);
      if (refusal === undefined) return undefined;
      const signedNow = now() + offsetMs;
      const isClock =
        mentionsTime(refusal) ||
        Math.abs((dateOf(response) ?? signedNow) - signedNow) > REFUSED_SKEW_MS;
      return isClock
        ? {
            message:
              "The target's clock and this server's differ too much for a signature. Nothing was done.",
            reason: 'clock',
          }
        : {
            message:
              'The target refuses the access key this server is configured with. Nothing was done.',
            reason: 'keys',
          };
    },
    secrets: (sent) => [
      key.access,
      key.secret,
      key.securityToken ?? '',
      // Whoever has it can send the same request again for a quarter of an hour.
      SIGNATURE.exec(sent.authorization ?? '')?.[1] ?? '',
    ],
  };
}

function sign(endpoint: string, request: UpstreamRequest, key: AccessKey, timeMs: number) {
  const url = new URL(request.path, endpoint);
  const date = formatSdkDate(timeMs);
  const project = PROJECT.exec(url.pathname)?.[1];
  const own: Record<string, string> = {
    'x-sdk-date': date,
    ...(project === undefined ? {} : { 'x-project-id': project }),
    ...(key.securityToken === undefined ? {} : { 'x-security-token': key.securityToken }),
  };
  const signed: Record<string, string> = { host: url.host, ...own };
  const instance = request.headers['ief-instance-id'];
  if (instance !== undefined) signed['ief-instance-id'] = instance;
  const names = Object.keys(signed).sort();
  const signature = signatureOf(
    {
      method: request.method,
      url,
      headers: { get: (name) => signed[name] ?? null },
      body: request.body ?? new Uint8Array(0),
    },
    names,
    date,
    key.secret,
  );
  return {
    ...own,
    authorization: `${ALGORITHM} Access=${key.access}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}

/** The target's time in milliseconds since 1970; undefined if the answer has no date. */
function dateOf(response: UpstreamResponse): number | undefined {
  const targetTime = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(targetTime) ? undefined : targetTime;
}

/** Some refusals repeat the whole canonical request, which always names the header of the date. */
function mentionsTime(refusal: string): boolean {
  return CLOCK_ERROR.test(refusal.split(/canonical/i)[0] ?? '');
}
