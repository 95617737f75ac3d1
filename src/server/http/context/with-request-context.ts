import type { Clock } from '#src/server/time/clock.ts';
import { PROBES, type ReadPath } from '#src/server/http/kit/address.ts';
import { makeBusy, type Crowd, type Place } from '#src/server/http/limits/concurrency-limit.ts';
import type { ReadPeer } from '#src/server/http/limits/peers.ts';
import { answerProblem, Problem } from '#src/server/http/kit/problem.ts';
import { makeRefusal, type RefusalStatus } from '#src/server/http/kit/refusal.ts';
import type { Log, LogEntry } from '#src/server/http/kit/request-log.ts';
import type { SecurityHeaders } from '#src/server/http/kit/security-headers.ts';

/** Calls back once an answer has left, with the bytes it took; or once nobody is there any more to take it. */
export type WhenSent = (then: (bytes: number) => void) => void;

/** What is found out about a request on its way, for its log line, its figures and its headers. */
export interface Trace {
  readonly requestId: string;
  /** When it came in, in milliseconds: since 1970 for the log, and by the clock that only runs forward. */
  readonly startedAt: number;
  readonly beganAt: number;
  readonly method: string;
  /** The address limits count by. */
  readonly peer: string;
  /** False for a connection that should have come through a trusted proxy and did not. */
  readonly isPeerAllowed: boolean;
  /** Set for what is refused before it could be taken as a request. */
  readonly refusal: RefusalStatus | undefined;
  /** Undefined where the answer goes nowhere but to the caller. */
  readonly whenSent: WhenSent | undefined;
  /** Called by whoever reads the body, once it is there. */
  bodyArrived: () => void;
  /** The route's template; `page` for the page and its files. */
  route: string;
  target: string | undefined;
  upstreamStatus: number | undefined;
  upstreamMs: number | undefined;
  outcome: string | undefined;
  attempt: string | undefined;
  /** The size of a target's answer: the only ones large enough to count while they wait to be read. */
  answerBytes: number;
  directive: string | undefined;
  page: string | undefined;
  /** What was thrown, if anything was. */
  error: Error | undefined;
}

/** The trace as Hono hands it on. One name for it: for every other Hono the type check compares the two whole. */
export interface TraceEnv {
  readonly Bindings: Trace;
}

/** Where a request came from. */
export interface Arrival {
  readonly method: string;
  /** The address at the other end of the connection. */
  readonly remote?: string | undefined;
  readonly forwardedFor?: string | null;
  readonly whenSent?: WhenSent | undefined;
  readonly refusal?: RefusalStatus;
}

/** What the frame around every answer needs. */
export interface FrameOptions {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly isHostAllowed: (host: string | null) => boolean;
  readonly readPeer: ReadPeer;
  readonly crowd: Crowd;
  readonly securityHeaders: SecurityHeaders;
  readonly readPath: ReadPath;
  /** False while the server is being stopped. */
  readonly isReady: () => boolean;
}

/** Begins the trace of a request. */
export function startTrace(
  { method, remote = '127.0.0.1', forwardedFor = null, whenSent, refusal }: Arrival,
  { clock, newId, readPeer }: FrameOptions,
): Trace {
  const { address, isAllowed } = readPeer(remote, forwardedFor);
  return {
    requestId: newId(),
    startedAt: clock.wall(),
    beganAt: clock.elapsed(),
    method,
    peer: address,
    isPeerAllowed: isAllowed,
    refusal,
    whenSent,
    bodyArrived: () => undefined,
    route: 'none',
    target: undefined,
    upstreamStatus: undefined,
    upstreamMs: undefined,
    outcome: undefined,
    attempt: undefined,
    answerBytes: 0,
    directive: undefined,
    page: undefined,
    error: undefined,
  };
}

/**
 * Puts the same frame around every request: host list first, then the peer, then the number of requests under way
 * (the probes skip all three), then `answer`, which is the rest of the app, then the headers of every answer and one log line.
 * Whatever is thrown inside becomes an answer.
 */
export function createFrame(
  options: FrameOptions,
  answer: (request: Request, trace: Trace) => Response | Promise<Response>,
): (request: Request, trace: Trace) => Promise<Response> {
  const { clock, log, isHostAllowed, crowd, securityHeaders, readPath, isReady } = options;

  /** Throws Problem for what may not come in; undefined for what takes no place. */
  function admit(trace: Trace, request: Request): Place | undefined {
    if (trace.refusal !== undefined) throw makeRefusal(trace.refusal);
    if (PROBES.includes(readPath(request) ?? '')) return undefined;
    if (!isHostAllowed(hostOf(request))) {
      throw new Problem('BUILDER.host_refused', 'This server does not answer to that host name.');
    }
    if (!trace.isPeerAllowed) {
      throw new Problem('BUILDER.peer_refused', 'This server is reached through its proxy alone.');
    }
    const place = crowd.enter(trace.peer, hasBody(request.headers));
    trace.bodyArrived = place.arrived;
    return place;
  }

  return async (request, trace) => {
    let place: Place | undefined;
    let inner: Response;
    try {
      place = admit(trace, request);
      inner = await answer(request, trace);
      // An answer to a request that changed something is always given.
      const isHeld = place?.hold(trace.answerBytes) !== false;
      if (!isHeld && trace.method === 'GET') throw makeBusy('Too many answers wait to be read.');
    } catch (error) {
      trace.error = error instanceof Error ? error : new Error('not an error');
      inner = answerProblem(error, trace.requestId);
    }
    const { status } = inner;
    const isPage = trace.route === 'page' && trace.error === undefined;
    addHeaders(inner.headers, {
      ...(isPage ? securityHeaders.page : securityHeaders.data),
      'x-request-id': trace.requestId,
      ...(isReady() ? {} : { connection: 'close' }),
    });
    const bytesIn = wholeNumber(request.headers.get('content-length'));
    const end = (bytesOut?: number) => {
      place?.leave();
      log(makeEntry(trace, status, clock.elapsed(), bytesIn, bytesOut));
    };
    if (trace.whenSent === undefined) end();
    else trace.whenSent(end);
    return inner;
  };
}

/** Adds headers; those the answer has already stay. */
function addHeaders(headers: Headers, more: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(more)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}

function makeEntry(
  trace: Trace,
  status: number,
  endedAt: number,
  bytesIn: number | undefined,
  bytesOut: number | undefined,
): LogEntry {
  const { requestId, startedAt, beganAt, route, method, target, error } = trace;
  const { upstreamStatus, upstreamMs, outcome, attempt, directive, page } = trace;
  return {
    time: new Date(startedAt).toISOString(),
    level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
    id: requestId,
    route,
    method,
    status,
    ms: Math.round(endedAt - beganAt),
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

/** The Host header; a Request made in process has none, and its address says the same. */
export function hostOf(request: Request): string | null {
  return request.headers.get('host') ?? (new URL(request.url).host || null);
}

/** A code of ours, or class and first place of a mistake; its text could hold what a caller sent. */
function describeError(error: Error): string {
  if (error instanceof Problem && error.code !== 'BUILDER.internal') return error.code;
  const mistake = error instanceof Problem ? error.cause : error;
  if (!(mistake instanceof Error)) return 'unknown';
  const place = /\(?([^\s(/\\]+:\d+:\d+)\)?$/m.exec(mistake.stack ?? '')?.[1] ?? 'unknown place';
  return `${mistake.name} at ${place}`;
}
