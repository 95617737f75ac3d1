import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { ProxyResponse } from './proxy-response.ts';
import type { Attempts, UpstreamOutcome } from './attempts.ts';
import { readJsonBody, readKey, readQuery } from './read-request.ts';
import type { RouteMatch } from './routes.ts';
import { sendUpstream } from './send-upstream.ts';
import type { ProxyTarget } from './target.ts';
import { instanceFor, makeUpstreamHeaders, readCallerToken } from './upstream-headers.ts';
import type { Upstream, UpstreamRequest } from './upstream/upstream.ts';

/** Facts about a forwarded request for log and metrics. Times are in milliseconds. */
export interface ForwardNote {
  readonly upstreamStatus?: number;
  readonly upstreamMs?: number;
  readonly outcome?: string;
}

export interface ForwardOptions {
  readonly attempts: Attempts;
  /** If the server itself signs in to the target: what the caller proved, a session or the access secret. */
  readonly callerProof?: readonly string[] | undefined;
  /** Monotonic, in milliseconds. */
  readonly elapsed: () => number;
  readonly note: (note: ForwardNote) => void;
  /** Called once the body has arrived. */
  readonly bodyArrived: () => void;
}

/**
 * Forwards one request to a target and returns its response. The request is built from scratch: a checked path,
 * listed query keys, listed headers, and the unchanged bytes of the body if it is JSON within limits. Throws
 * HttpProblem for everything that is not forwarded or gets no usable response.
 */
export async function forward(
  request: Request,
  target: ProxyTarget,
  match: RouteMatch,
  options: ForwardOptions,
): Promise<ProxyResponse> {
  const { attempts, callerProof, note, bodyArrived } = options;
  const { route } = match;
  const query = readQuery(new URL(request.url).search, route, target);
  const instance = instanceFor(request.headers, target);
  // Headers first: if one of them is refused, the body need not be read.
  const callerToken = readCallerToken(request.headers, target);
  const key = route.creates ? readKey(request.headers) : undefined;
  const body = await readJsonBody(request, route, target, bodyArrived);
  const hasBody = body !== undefined;
  const outgoing: UpstreamRequest = {
    method: route.method,
    path: match.path + query,
    headers: makeUpstreamHeaders(request.headers, target, { instance, hasBody }),
    body,
  };
  const timed = { authorizer: target.authorizer, upstream: timeUpstream(target, options) };
  const send = () => sendUpstream(timed, outgoing, route, callerToken);
  const { outcome, replayed } =
    key === undefined || body === undefined
      ? { outcome: await send(), replayed: false }
      : await attempts.runOnce(
          {
            scope: [target.id, match.projectId.toLowerCase(), instance],
            key,
            caller: callerProof ?? ['token', callerToken],
            body,
          },
          send,
        );
  if (route.creates) note({ outcome: replayed ? 'replayed' : nameOutcome(outcome) });
  return toResponse(outcome, replayed);
}

/** An Upstream that records the status and duration of each response. */
function timeUpstream({ upstream }: ProxyTarget, { elapsed, note }: ForwardOptions): Upstream {
  return async (request) => {
    const startedAt = elapsed();
    try {
      const response = await upstream(request);
      note({ upstreamStatus: response.status });
      return response;
    } finally {
      note({ upstreamMs: Math.round(elapsed() - startedAt) });
    }
  };
}

/** The response of an outcome; throws its HttpProblem if it has one. */
function toResponse({ result }: UpstreamOutcome, replayed: boolean): ProxyResponse {
  const headers = { ...result.headers, ...(replayed && { 'idempotency-replayed': 'true' }) };
  if (!(result instanceof HttpProblem)) return { ...result, headers };
  const { code, message, status, reason, cause } = result;
  // A new object, because a stored HttpProblem may be thrown many times.
  throw new HttpProblem(code, message, {
    status,
    headers,
    cause,
    ...(reason === undefined ? {} : { reason }),
  });
}

/** The outcome for log and metrics. */
function nameOutcome({ result, mayHaveCreated }: UpstreamOutcome): string {
  if (!(result instanceof HttpProblem) && result.status < 300) return 'created';
  if (mayHaveCreated) return 'unknown';
  return result instanceof HttpProblem && result.code === 'BUILDER.not_sent'
    ? 'not_sent'
    : 'refused';
}
