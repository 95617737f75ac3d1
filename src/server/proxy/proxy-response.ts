import { isJsonObject } from '#src/json/value.ts';
import { hasDuplicateKeys } from '#src/server/http/body/duplicate-keys.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import { responseLimits } from '#src/server/http/body/scan-json.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { Bytes } from '#src/server/http/body/read-body.ts';
import { redact } from './redact.ts';
import { containsSecret, removeSecrets, type Secrets } from './remove-secrets.ts';
import type { ProxyRoute } from './routes.ts';
import type { UpstreamResponse } from './upstream/upstream.ts';

/** A response as sent to the caller and as stored for a replay. */
export interface ProxyResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
}

const REQUEST_ID = /^[A-Za-z0-9-]{1,64}$/;
const MAX_RETRY_AFTER_S = 60;

/** Refusals of method, length, coding or type: the target does not implement the API. */
const contractStatuses = [405, 406, 411, 413, 415, 417, 426, 431, 505];
/** Client errors whose status is forwarded. */
const keptStatuses = [400, 401, 403, 404, 409, 422, 429];

/**
 * Converts a target's response: maps the status, forwards listed headers, and keeps the bytes of the body except for
 * parts that must be removed, such as a secret of the server (docs/sources.md, section 8). Throws HttpProblem for a
 * response that cannot be forwarded; `outcome_unknown` whenever the request may have been carried out.
 */
export function makeProxyResponse(
  response: UpstreamResponse,
  route: ProxyRoute,
  secrets: Secrets,
): ProxyResponse {
  const headers = forwardedHeaders(response, secrets);
  const status = mapStatus(response, route, headers);
  if (response.status !== status) headers['x-upstream-status'] = String(response.status);
  if (response.body.byteLength === 0 && mayBeEmpty(response.status, route)) {
    return { status, headers, body: response.body };
  }
  const json = parseJson(response.body, { limits: responseLimits });
  if (!json.ok) throw unreadable(status, headers, 'not_json');
  // The next parser might pick a different one of the values.
  if (hasDuplicateKeys(json)) throw unreadable(status, headers, 'duplicate_keys');
  if (response.status < 300 && route.creates && !hasId(json.value)) {
    throw makeUnknown(502, headers, 'not_a_deployment', 'The response is not a deployment record.');
  }
  headers['content-type'] = 'application/json; charset=utf-8';
  const body =
    route.redaction === undefined
      ? response.body
      : new TextEncoder().encode(JSON.stringify(redact(json.value, route.redaction)));
  return { status, headers, body: removeSecrets(body, secrets, response.status < 400) };
}

function mapStatus(
  { status }: UpstreamResponse,
  { method }: ProxyRoute,
  headers: Record<string, string>,
): number {
  if (status >= 200 && status < 300) return status;
  if (keptStatuses.includes(status)) return status;
  // “Done, see there”: every other redirect says that the request was not carried out here.
  if (status === 303 && method !== 'GET') {
    throw makeUnknown(
      502,
      { ...headers, 'x-upstream-status': '303' },
      'see_other',
      'The target responded with a redirect to the result, which is not followed.',
    );
  }
  if (status >= 300 && status < 400) {
    throw new HttpProblem(
      'BUILDER.upstream_redirect',
      'The target responded with a redirect, which is not followed.',
      { headers: { ...headers, 'x-upstream-status': String(status) } },
    );
  }
  if (contractStatuses.includes(status)) {
    throw new HttpProblem(
      'BUILDER.upstream_contract',
      'The target does not accept requests of this kind.',
      {
        headers: { ...headers, 'x-upstream-status': String(status) },
      },
    );
  }
  if (status === 500) return 502;
  if (status === 408) return 504;
  if (status === 425) return 503;
  if ([502, 503, 504].includes(status)) return status;
  throw makeUnknown(
    502,
    { ...headers, 'x-upstream-status': String(status) },
    'odd_status',
    'The target returned a status that the API does not define.',
  );
}

/** The headers of a target's response that the caller gets, under the names used there. */
export function forwardedHeaders(
  { headers }: UpstreamResponse,
  secrets: Secrets,
): Record<string, string> {
  const passed: Record<string, string> = {};
  const requestId = headers.get('x-request-id') ?? '';
  if (REQUEST_ID.test(requestId) && !containsSecret(requestId, secrets)) {
    passed['x-upstream-request-id'] = requestId;
  }
  const date = readDate(headers.get('date') ?? '');
  // The page warns when the clocks differ, and uses the target's time to find what was created.
  if (date !== undefined) passed['x-upstream-date'] = date;
  const retryAfter = headers.get('retry-after');
  if (retryAfter !== null && /^\d{1,9}$/.test(retryAfter)) {
    passed['retry-after'] = String(Math.min(Number(retryAfter), MAX_RETRY_AFTER_S));
  }
  return passed;
}

/** Normalizes an HTTP date; undefined for any other text. */
function readDate(text: string): string | undefined {
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : new Date(date).toUTCString();
}

function mayBeEmpty(status: number, route: ProxyRoute): boolean {
  return status === 204 || (status < 300 && route.method !== 'GET' && route.creates !== true);
}

const unreadableMessages = {
  not_json: [
    'The target refused the request with a response that is not JSON.',
    'The response is not JSON.',
  ],
  duplicate_keys: [
    'The target refused the request with a response that repeats a key.',
    'The response repeats a key.',
  ],
} as const;

function unreadable(
  status: number,
  headers: Record<string, string>,
  reason: keyof typeof unreadableMessages,
): HttpProblem {
  const [refusal, message] = unreadableMessages[reason];
  if (status >= 400 && status < 500) {
    return new HttpProblem('BUILDER.upstream_refused', refusal, { status, headers });
  }
  return makeUnknown(status < 300 ? 502 : status, headers, reason, message);
}

function makeUnknown(
  status: number,
  headers: Record<string, string>,
  reason: string,
  message: string,
): HttpProblem {
  return new HttpProblem(
    'BUILDER.outcome_unknown',
    `${message} The request may have been carried out.`,
    { status, headers, reason },
  );
}

function hasId(value: unknown): boolean {
  return isJsonObject(value) && typeof value.id === 'string' && value.id !== '';
}
