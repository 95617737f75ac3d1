import type { UpstreamResponse, UpstreamRequest } from '#src/server/proxy/upstream/upstream.ts';
import type { Authorizer } from '#src/server/proxy/authorizer.ts';
import { readRefusal } from './read-refusal.ts';
import { ALGORITHM, formatSdkDate, parseSdkDate, signatureOf } from './sdk-signature.ts';

/** Temporary keys have a security token. */
export interface AccessKey {
  readonly access: string;
  readonly secret: string;
  readonly securityToken: string | undefined;
}

/** Retry if the clocks differ by more than this. The gateway allows 15 minutes. */
const MIN_SKEW_TO_RETRY_MS = 60_000;
/** If the signed time is this far from the target's time, a refusal is blamed on the clock. */
const REFUSED_SKEW_MS = 10 * 60_000;
/** Matches a refusal that is about the time. */
const CLOCK_ERROR = /x-sdk-date|time ?stamp|time error|clock|skew|signature (is )?expired/i;
const SIGNATURE = /Signature=(\S+)/;
const PROJECT = /^\/v\d\/([0-9a-f]{32})\//i;

/**
 * Signs requests with an access key (docs/sources.md, section 3). If the gateway's clock differs from ours, later
 * requests are signed with its time. `endpoint` is the target's origin; `now` is in milliseconds since 1970.
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
      // Compare with the signed time, not with the current offset: if several requests are refused at once, each of
      // them is retried.
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
              'The clocks of the target and this server differ too much for a valid signature. Nothing was done.',
            reason: 'clock',
          }
        : {
            message:
              'The target refused the access key in the configuration of this server. Nothing was done.',
            reason: 'keys',
          };
    },
    secrets: (sent) => [
      key.access,
      key.secret,
      key.securityToken ?? '',
      // Anyone who has the signature can replay the request for 15 minutes.
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

/** The target's time in milliseconds since 1970; undefined without a Date header. */
function dateOf(response: UpstreamResponse): number | undefined {
  const targetTime = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(targetTime) ? undefined : targetTime;
}

/** Some refusals repeat the whole canonical request, which always names the date header. */
function mentionsTime(refusal: string): boolean {
  return CLOCK_ERROR.test(refusal.split(/canonical/i)[0] ?? '');
}
