import { Problem } from '#src/server/http/problem.ts';

/** A limit on how often something is done. */
export interface RateLimit {
  /** Counts one more; throws Problem rate_limited (429, with Retry-After) if that is too many. */
  take(): void;
}

const MINUTE_MS = 60_000;

/**
 * A bucket of `perMinute` tokens that fills evenly: a burst of that many is let through, then one
 * each 60/perMinute seconds. Zero means no limit. `now` is in milliseconds.
 */
export function createRateLimit(perMinute: number, now: () => number): RateLimit | undefined {
  if (perMinute === 0) return undefined;
  let tokens = perMinute;
  let filledAt = now();
  return {
    take() {
      const time = now();
      tokens = Math.min(perMinute, tokens + ((time - filledAt) * perMinute) / MINUTE_MS);
      filledAt = time;
      if (tokens < 1) {
        const waitS = Math.ceil(((1 - tokens) * MINUTE_MS) / perMinute / 1000);
        throw new Problem('BUILDER.rate_limited', 'Too many requests to live targets.', {
          headers: { 'retry-after': String(waitS) },
        });
      }
      tokens -= 1;
    },
  };
}
