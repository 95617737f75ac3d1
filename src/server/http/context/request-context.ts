import type { Clock } from '#src/server/time/clock.ts';
import type { RefusalStatus } from '#src/server/http/kit/refusal.ts';
import type { ReadPeer } from '#src/server/http/limits/peers.ts';
import type { OnSent } from '#src/server/http/listen/node-listener.ts';

/** Facts about a request while it is handled, for its log line, metrics and headers. */
export interface RequestContext {
  readonly requestId: string;
  /** The time of arrival in milliseconds: wall clock for the log, then monotonic clock. */
  readonly startedAt: number;
  readonly startedElapsed: number;
  readonly method: string;
  /** The address that limits count by. */
  readonly peer: string;
  /** False for a connection that should have come through a trusted proxy but did not. */
  readonly isPeerAllowed: boolean;
  /** Set if the request was refused before it could be parsed. */
  readonly refusal: RefusalStatus | undefined;
  /** Undefined if the response is not sent over a connection. */
  readonly onSent: OnSent | undefined;
  /** Called by whoever reads the body, once it has arrived. */
  bodyArrived: () => void;
  /** Called for a response that stays open: it no longer counts as a request in flight. */
  leaveFlight: () => void;
  /** The template of the route; `page` for the page and its files. */
  route: string;
  target: string | undefined;
  upstreamStatus: number | undefined;
  upstreamMs: number | undefined;
  outcome: string | undefined;
  attempt: string | undefined;
  /** The size of a target's response; other responses are too small to count. */
  responseBytes: number;
  directive: string | undefined;
  page: string | undefined;
  /** The error that was thrown, if any. */
  error: Error | undefined;
}

/** The request context as Hono's environment. */
export interface AppEnv {
  readonly Bindings: RequestContext;
}

export interface Arrival {
  readonly method: string;
  /** The remote address of the connection. */
  readonly remote?: string | undefined;
  readonly forwardedFor?: string | null;
  readonly onSent?: OnSent | undefined;
  readonly refusal?: RefusalStatus;
}

interface StartOptions {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly readPeer: ReadPeer;
}

export function startRequestContext(
  { method, remote = '127.0.0.1', forwardedFor = null, onSent, refusal }: Arrival,
  { clock, newId, readPeer }: StartOptions,
): RequestContext {
  const { address, isAllowed } = readPeer(remote, forwardedFor);
  return {
    requestId: newId(),
    startedAt: clock.wall(),
    startedElapsed: clock.elapsed(),
    method,
    peer: address,
    isPeerAllowed: isAllowed,
    refusal,
    onSent,
    bodyArrived: () => undefined,
    leaveFlight: () => undefined,
    route: 'none',
    target: undefined,
    upstreamStatus: undefined,
    upstreamMs: undefined,
    outcome: undefined,
    attempt: undefined,
    responseBytes: 0,
    directive: undefined,
    page: undefined,
    error: undefined,
  };
}

/** The Host header. A Request created in process has none, but its URL names the host too. */
export function hostOf(request: Request): string | null {
  return request.headers.get('host') ?? (new URL(request.url).host || null);
}
