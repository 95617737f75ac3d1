import {
  createKeyedRateLimit,
  createRateLimit,
  type KeyedRateLimit,
  type RateLimit,
} from '#src/server/http/limits/rate-limit.ts';

/** How often live targets may be asked; 0 means no limit. */
export interface LiveRates {
  /** In a minute, all callers together. */
  readonly requestsPerMinute: number;
  /** In a second, of one peer. */
  readonly peerRequestsPerSecond: number;
  /** In a minute, per session, or per peer without one. */
  readonly createsPerMinute: number;
}

export interface LiveLimits {
  readonly all: RateLimit | undefined;
  readonly peer: KeyedRateLimit | undefined;
  readonly creates: KeyedRateLimit | undefined;
}

/** `now` gives milliseconds and never runs backwards. */
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

/** Counts one request; throws HttpProblem rate_limited if one of the limits is reached. */
export function countRequest(
  limits: LiveLimits | undefined,
  { peer, session, creates }: CountedRequest,
): void {
  limits?.peer?.take(peer);
  if (creates) limits?.creates?.take(session ?? peer);
  limits?.all?.take();
}
