import type { Clock } from '#src/server/time/clock.ts';
import { describeError } from '#src/server/http/kit/describe-error.ts';
import { PROBES, type ReadPath } from '#src/server/http/kit/request-path.ts';
import { makeProblemResponse, HttpProblem } from '#src/server/http/kit/problem.ts';
import { makeRefusal } from '#src/server/http/kit/refusal.ts';
import type { Log, LogEntry } from '#src/server/http/kit/request-log.ts';
import type { SecurityHeaders } from '#src/server/http/kit/security-headers.ts';
import {
  makeBusy,
  type ConcurrencyLimit,
  type RequestSlot,
} from '#src/server/http/limits/concurrency-limit.ts';
import { hostOf, type RequestContext } from './request-context.ts';

export interface RequestContextOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly isHostAllowed: (host: string | null) => boolean;
  readonly concurrency: ConcurrencyLimit;
  readonly securityHeaders: SecurityHeaders;
  readonly readPath: ReadPath;
  /** False once the server is shutting down. */
  readonly isReady: () => boolean;
}

/**
 * Wraps `handle` in the steps common to every request: the checks of host, peer and concurrency (probes skip all
 * three), then the common headers and one log line. Every error becomes a response.
 */
export function withRequestContext(
  options: RequestContextOptions,
  handle: (request: Request, context: RequestContext) => Response | Promise<Response>,
): (request: Request, context: RequestContext) => Promise<Response> {
  const { clock, log, securityHeaders, isReady } = options;
  return async (request, context) => {
    let slot: RequestSlot | undefined;
    let response: Response;
    try {
      slot = admit(request, context, options);
      response = await handle(request, context);
      const hasRoom = slot?.holdBytes(context.responseBytes) !== false;
      // The response to a request that changed something is always sent.
      if (!hasRoom && context.method === 'GET')
        throw makeBusy('Too many responses are waiting to be read.');
    } catch (error) {
      context.error = error instanceof Error ? error : new Error('not an error');
      response = makeProblemResponse(error, context.requestId);
    }
    const isPage = context.route === 'page' && context.error === undefined;
    addHeaders(response.headers, {
      ...(isPage ? securityHeaders.page : securityHeaders.data),
      'x-request-id': context.requestId,
      ...(isReady() ? {} : { connection: 'close' }),
    });
    const { status } = response;
    const bytesIn = wholeNumber(request.headers.get('content-length'));
    const end = (bytesOut?: number) => {
      slot?.release();
      log(makeEntry(context, { status, endedAt: clock.elapsed(), bytesIn, bytesOut }));
    };
    if (context.onSent === undefined) end();
    else context.onSent(end);
    return response;
  };
}

/** Throws HttpProblem if the request is not admitted. Probes take no slot. */
function admit(
  request: Request,
  context: RequestContext,
  { readPath, isHostAllowed, concurrency }: RequestContextOptions,
): RequestSlot | undefined {
  if (context.refusal !== undefined) throw makeRefusal(context.refusal);
  if (PROBES.includes(readPath(request) ?? '')) return undefined;
  if (!isHostAllowed(hostOf(request))) {
    throw new HttpProblem(
      'BUILDER.host_refused',
      'This server does not accept this host name. Its operator adds it with PUBLIC_ORIGIN or ALLOWED_HOSTS.',
    );
  }
  if (!context.isPeerAllowed) {
    throw new HttpProblem(
      'BUILDER.peer_refused',
      'This server can only be reached through its proxy.',
    );
  }
  const slot = concurrency.enter(context.peer, hasBody(request.headers));
  context.bodyArrived = slot.bodyArrived;
  context.leaveFlight = slot.release;
  return slot;
}

/** Adds headers without replacing existing ones. */
function addHeaders(headers: Headers, more: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(more)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}

interface Ending {
  readonly status: number;
  readonly endedAt: number;
  readonly bytesIn: number | undefined;
  readonly bytesOut: number | undefined;
}

function makeEntry(context: RequestContext, ending: Ending): LogEntry {
  const { requestId, startedAt, startedElapsed, route, method, target, error } = context;
  const { upstreamStatus, upstreamMs, outcome, attempt, directive, page } = context;
  const { status, endedAt, bytesIn, bytesOut } = ending;
  return {
    time: new Date(startedAt).toISOString(),
    level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
    id: requestId,
    route,
    method,
    status,
    ms: Math.round(endedAt - startedElapsed),
    target,
    upstreamStatus,
    upstreamMs,
    outcome,
    attempt,
    bytesIn,
    bytesOut,
    directive,
    page,
    error: error && describeError(error),
  };
}

function hasBody(headers: Headers): boolean {
  return headers.has('transfer-encoding') || (headers.get('content-length') ?? '0') !== '0';
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
