import {
  createKeyedRateLimit,
  createRateLimit,
  type KeyedRateLimit,
  type RateLimit,
} from '#src/server/http/limits/rate-limit.ts';

/** Rates of requests to live targets; 0 means no limit. */
export interface LiveRates {
  /** Per minute, for all callers together. */
  readonly requestsPerMinute: number;
  /** Per second and peer. */
  readonly peerRequestsPerSecond: number;
  /** Per minute and session, or peer without a session. */
  readonly createsPerMinute: number;
}

export interface LiveLimits {
  readonly all: RateLimit | undefined;
  readonly peer: KeyedRateLimit | undefined;
  readonly creates: KeyedRateLimit | undefined;
}

/** `now` returns milliseconds and never runs backwards. */
export function createLiveLimits(rates: LiveRates, now: () => number): LiveLimits {
  return {
    all: createRateLimit(rates.requestsPerMinute, now),
    peer: createKeyedRateLimit(rates.peerRequestsPerSecond, now, 1000),
    creates: createKeyedRateLimit(rates.createsPerMinute, now),
  };
}

interface CountedRequest {
  readonly peer: string;
  readonly session: string | undefined;
  readonly creates: boolean;
}

/** Counts one request; throws HttpProblem rate_limited if it exceeds a limit. */
export function countRequest(
  limits: LiveLimits | undefined,
  { peer, session, creates }: CountedRequest,
): void {
  limits?.peer?.take(peer);
  if (creates) limits?.creates?.take(session ?? peer);
  limits?.all?.take();
}
