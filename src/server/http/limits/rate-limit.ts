import { LRUCache } from 'lru-cache';
import { HttpProblem } from '#src/server/http/kit/problem.ts';

export interface RateLimit {
  /** Counts one; throws HttpProblem rate_limited (429, with Retry-After) at the limit. */
  take(): void;
  /** Like `take`, but counts nothing. */
  check(): void;
}

/** A rate limit per key, such as a peer or a session. */
export interface KeyedRateLimit {
  take(key: string): void;
  check(key: string): void;
}

const MINUTE_MS = 60_000;
/** How many keys are tracked; the least recently used is evicted first. */
const MAX_KEYS = 10_000;

/** A token bucket. */
interface Bucket {
  /** Takes a token and returns 0, or returns the seconds until there is one. */
  take(): number;
  /** Like `take`, but takes none. */
  check(): number;
}

/**
 * A bucket of `capacity` tokens that refills evenly: it admits a burst of that many, then one per `windowMs /
 * capacity` milliseconds. Zero means no limit. `now` returns milliseconds and never runs backwards.
 */
export function createBucket(
  capacity: number,
  now: () => number,
  windowMs = MINUTE_MS,
): Bucket | undefined {
  if (capacity === 0) return undefined;
  let tokens = capacity;
  let filledAt = now();
  const check = () => {
    const time = now();
    tokens = Math.min(capacity, tokens + ((time - filledAt) * capacity) / windowMs);
    filledAt = time;
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * windowMs) / capacity / 1000));
  };
  return {
    check,
    take() {
      const waitS = check();
      if (waitS === 0) tokens -= 1;
      return waitS;
    },
  };
}

/** A {@link Bucket} that throws. */
export function createRateLimit(
  capacity: number,
  now: () => number,
  windowMs = MINUTE_MS,
): RateLimit | undefined {
  const bucket = createBucket(capacity, now, windowMs);
  if (bucket === undefined) return undefined;
  return { check: () => refuse(bucket.check()), take: () => refuse(bucket.take()) };
}

function refuse(waitS: number): void {
  if (waitS === 0) return;
  throw new HttpProblem('BUILDER.rate_limited', 'Too many requests. Try again later.', {
    headers: { 'retry-after': String(waitS) },
  });
}

export function createKeyedRateLimit(
  capacity: number,
  now: () => number,
  windowMs = MINUTE_MS,
): KeyedRateLimit | undefined {
  if (capacity === 0) return undefined;
  const limits = new LRUCache<string, RateLimit>({ max: MAX_KEYS });
  return {
    take(key) {
      const limit = limits.get(key) ?? createRateLimit(capacity, now, windowMs);
      if (limit === undefined) return;
      limits.set(key, limit);
      limit.take();
    },
    check: (key) => limits.peek(key)?.check(),
  };
}
