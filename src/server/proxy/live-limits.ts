import {
  createKeyedRateLimit,
  createRateLimit,
  type KeyedRateLimit,
  type RateLimit,
} from './rate-limit.ts';

/** How often live targets may be asked; 0 means no limit. */
export interface LiveRates {
  /** In a minute, all callers together. */
  readonly requestsPerMinute: number;
  /** In a second, of one peer. */
  readonly peerRequestsPerSecond: number;
  /** In a minute, of one peer. */
  readonly createsPerMinute: number;
}

/** The limits themselves. */
export interface LiveLimits {
  readonly all: RateLimit | undefined;
  readonly peer: KeyedRateLimit | undefined;
  readonly creates: KeyedRateLimit | undefined;
}

/** Makes the limits; `now` is in milliseconds. */
export function createLiveLimits(rates: LiveRates, now: () => number): LiveLimits {
  return {
    all: createRateLimit(rates.requestsPerMinute, now),
    peer: createKeyedRateLimit(rates.peerRequestsPerSecond, now, 1000),
    creates: createKeyedRateLimit(rates.createsPerMinute, now),
  };
}

/** Counts one request; throws Problem rate_limited if one of the limits is reached. */
export function takeLimits(limits: LiveLimits | undefined, peer: string, creates: boolean): void {
  limits?.peer?.take(peer);
  if (creates) limits?.creates?.take(peer);
  limits?.all?.take();
}
