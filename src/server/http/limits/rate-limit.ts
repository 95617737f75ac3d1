import { LRUCache } from 'lru-cache';
import { Problem } from '#src/server/http/kit/problem.ts';

/** A limit on how often something is done. */
export interface RateLimit {
  /** Counts one more; throws Problem rate_limited (429, with Retry-After) if that is too many. */
  take(): void;
  /** Throws as `take` does, and counts nothing. */
  check(): void;
}

/** A limit for each of many: peers, sessions. */
export interface KeyedRateLimit {
  take(key: string): void;
  check(key: string): void;
}

const MINUTE_MS = 60_000;
/** So many are told apart; the one longest unseen is forgotten first. */
const MOST_KEYS = 10_000;

/** Tokens of which one is taken for each thing that is done. */
interface Bucket {
  /** Takes a token; the result is 0, or after how many seconds there will be one. */
  take(): number;
  /** As `take`, and takes none. */
  check(): number;
}

/**
 * A bucket of `most` tokens that fills evenly: a burst of that many is let through, then one
 * each `windowMs / most` milliseconds. Zero means no limit. `now` gives milliseconds and never runs backwards.
 */
export function createBucket(
  most: number,
  now: () => number,
  windowMs = MINUTE_MS,
): Bucket | undefined {
  if (most === 0) return undefined;
  let tokens = most;
  let filledAt = now();
  const check = () => {
    const time = now();
    tokens = Math.min(most, tokens + ((time - filledAt) * most) / windowMs);
    filledAt = time;
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * windowMs) / most / 1000));
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

/** A {@link Bucket} whose limit is a refusal. */
export function createRateLimit(
  most: number,
  now: () => number,
  windowMs = MINUTE_MS,
): RateLimit | undefined {
  const bucket = createBucket(most, now, windowMs);
  if (bucket === undefined) return undefined;
  return { check: () => refuse(bucket.check()), take: () => refuse(bucket.take()) };
}

function refuse(waitS: number): void {
  if (waitS === 0) return;
  throw new Problem('BUILDER.rate_limited', 'Too many requests. Wait a little.', {
    headers: { 'retry-after': String(waitS) },
  });
}

/** A bucket as of {@link createRateLimit} for each key. */
export function createKeyedRateLimit(
  most: number,
  now: () => number,
  windowMs = MINUTE_MS,
): KeyedRateLimit | undefined {
  if (most === 0) return undefined;
  const limits = new LRUCache<string, RateLimit>({ max: MOST_KEYS });
  return {
    take(key) {
      const limit = limits.get(key) ?? createRateLimit(most, now, windowMs);
      if (limit === undefined) return;
      limits.set(key, limit);
      limit.take();
    },
    check: (key) => limits.peek(key)?.check(),
  };
}
