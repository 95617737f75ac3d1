import { asObject } from '#src/json/value.ts';
import { endpointOf, type EndpointId } from '#src/domain/api/endpoints.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { Attempts, UpstreamOutcome } from '#src/server/proxy/attempts.ts';
import type { LiveLimits } from '#src/server/proxy/live-limits.ts';
import type { ProxyResponse } from '#src/server/proxy/proxy-response.ts';
import { matchRoute } from '#src/server/proxy/routes.ts';
import { sendUpstream } from '#src/server/proxy/send-upstream.ts';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import { makeUpstreamHeaders } from '#src/server/proxy/upstream-headers.ts';

/** One request of a rollout to its target. */
export interface TargetCall {
  readonly endpoint: EndpointId;
  /** The ID in the path, if it has one. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The idempotency key of a create. */
  readonly key?: string;
}

/** Outcome of a request. Only `unknown` may have had an effect without a response. */
export type CallOutcome =
  | { readonly kind: 'ok'; readonly json: unknown; readonly clockOffsetMs: number | undefined }
  /** Refused for good: the same request would be refused again. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
    }
  /** Nothing was done; try again later. */
  | {
      readonly kind: 'later';
      readonly code: string;
      readonly message: string;
      readonly retryAfterS: number | undefined;
    }
  | { readonly kind: 'unknown'; readonly code: string; readonly message: string }
  /** The credentials were refused; nothing was done. */
  | { readonly kind: 'sign-in'; readonly message: string };

/** Sends one request with a person's token, or an empty one if the server signs in itself. Never rejects. */
export type CallTarget = (call: TargetCall, token: string) => Promise<CallOutcome>;

interface CallOptions {
  readonly target: ProxyTarget;
  readonly projectId: string;
  readonly instanceId: string;
  readonly attempts: Attempts;
  readonly limits: LiveLimits | undefined;
  readonly wall: () => number;
  /** Told about every bug that made a request fail; the outcome says only that the log has details. */
  readonly onBug: (error: unknown) => void;
}

/** Calls a target on the same way as a forwarded request: fixed routes, built from scratch, without redirects. */
export function createCallTarget(options: CallOptions): CallTarget {
  const { target, projectId, instanceId, attempts, limits, wall, onBug } = options;
  const readResult = (outcome: UpstreamOutcome, method: string) => {
    const { result } = outcome;
    // `runOnce` wraps a bug in this problem.
    if (result instanceof HttpProblem && result.code === 'BUILDER.internal') onBug(result.cause);
    return readOutcome(outcome, method, wall);
  };
  return async (call, token) => {
    const { method, template } = endpointOf(call.endpoint);
    let isSent = false;
    try {
      const path = template.replace('{project_id}', projectId).replace('{id}', call.id ?? '');
      const match = matchRoute(method, path);
      if (!('route' in match)) throw new HttpProblem('BUILDER.not_found', 'The ID is invalid.');
      // All requests count towards the limit of the target; the one per person does not apply.
      if (target.kind === 'live') limits?.all?.take();
      const body = call.body === undefined ? undefined : new TextEncoder().encode(call.body);
      const instance = target.instanceId ?? instanceId;
      const query = new URLSearchParams(call.query).toString();
      const request = {
        method,
        path: query === '' ? path : `${path}?${query}`,
        headers: makeUpstreamHeaders(new Headers(), target, {
          instance,
          hasBody: body !== undefined,
        }),
        body,
      };
      const send = () => {
        isSent = true;
        return sendUpstream(target, request, match.route, token);
      };
      if (call.key === undefined || body === undefined) return readResult(await send(), method);
      const { outcome } = await attempts.runOnce(
        {
          scope: [target.id, projectId, instance],
          key: call.key,
          caller: ['rollout', token],
          body,
        },
        send,
      );
      return readResult(outcome, method);
    } catch (error) {
      if (!(error instanceof HttpProblem)) onBug(error);
      return readProblem(error, !isSent || method === 'GET');
    }
  };
}

function readOutcome({ result }: UpstreamOutcome, method: string, wall: () => number): CallOutcome {
  if (result instanceof HttpProblem) return readProblem(result, method === 'GET');
  const { status, headers } = result;
  if (status < 300) {
    const date = Date.parse(headers['x-upstream-date'] ?? '');
    const clockOffsetMs = Number.isNaN(date) ? undefined : date - wall();
    return { kind: 'ok', json: parseBody(result), clockOffsetMs };
  }
  const { code, message } = readError(result);
  const retryAfterS = readRetryAfter(headers);
  if (status === 401) return { kind: 'sign-in', message };
  if (status === 429) return { kind: 'later', code, message, retryAfterS };
  // After a server error a change may have been made.
  if (status >= 500 && method !== 'GET') return { kind: 'unknown', code, message };
  if (status >= 500) return { kind: 'later', code, message, retryAfterS };
  return { kind: 'refused', status, code, message };
}

/** `isHarmless`: the request changes nothing, or failed before it was sent. */
function readProblem(error: unknown, isHarmless: boolean): CallOutcome {
  if (!(error instanceof HttpProblem)) {
    const message = 'The server failed. See its log for details.';
    return isHarmless
      ? { kind: 'later', code: 'BUILDER.internal', message, retryAfterS: undefined }
      : { kind: 'unknown', code: 'BUILDER.internal', message };
  }
  const { code, message, status } = error;
  const retryAfterS = readRetryAfter(error.headers);
  if (code === 'BUILDER.credentials_refused' || code === 'BUILDER.token_missing') {
    return { kind: 'sign-in', message };
  }
  if (code === 'BUILDER.upstream_refused' && status === 401) return { kind: 'sign-in', message };
  if (code === 'BUILDER.upstream_refused' && status === 429) {
    return { kind: 'later', code, message, retryAfterS };
  }
  const isTransient = ['BUILDER.not_sent', 'BUILDER.rate_limited', 'BUILDER.busy'].includes(code);
  if (isTransient) return { kind: 'later', code, message, retryAfterS };
  const isFinal = ['BUILDER.upstream_refused', 'BUILDER.upstream_contract', 'BUILDER.not_found'];
  if (isFinal.includes(code)) return { kind: 'refused', status, code, message };
  return isHarmless
    ? { kind: 'later', code, message, retryAfterS }
    : { kind: 'unknown', code, message };
}

function parseBody({ body }: ProxyResponse): unknown {
  return body.byteLength === 0
    ? undefined
    : (JSON.parse(new TextDecoder().decode(body)) as unknown);
}

/** The code and message of the service or of its gateway, shortened. */
function readError(response: ProxyResponse): { readonly code: string; readonly message: string } {
  const { error_code: code, error_msg: message } = asObject(parseBody(response));
  return {
    code: typeof code === 'string' && code !== '' ? code.slice(0, 100) : `HTTP ${response.status}`,
    message: typeof message === 'string' ? message.slice(0, 500) : '',
  };
}

function readRetryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const text = headers['retry-after'];
  return text === undefined ? undefined : Number(text);
}
