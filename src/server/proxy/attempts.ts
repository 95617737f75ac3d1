import { hash } from 'node:crypto';
import { Problem } from '#src/server/http/problem.ts';
import type { ProxyAnswer } from './answer.ts';

const MAX_ENTRIES = 10_000;
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** All kept answers together, in bytes; the oldest go first. */
const MAX_KEPT_BYTES = 128 * 1024 * 1024;

/** What a create came to: an answer or a Problem, and whether it may have created something. */
export interface Outcome {
  readonly result: ProxyAnswer | Problem;
  /** True for 2xx and for every unknown outcome; false frees the key. */
  readonly mayHaveCreated: boolean;
}

interface Entry {
  readonly id: string;
  readonly bodyHash: string;
  readonly startedAtMs: number;
  readonly outcome: Promise<Outcome>;
  /** Zero while in flight. */
  bytes: number;
  /** The one that was settled next. */
  next: Entry | undefined;
}

/** An outcome with word of whether it was a new attempt or an old one's. */
interface Attempt {
  readonly outcome: Outcome;
  readonly replayed: boolean;
}

/** Creates by key: at most one runs, and what may have created is never run again. */
export interface Attempts {
  /**
   * Runs `send` unless the key is known. `scope` is target, project and instance.
   * Throws Problem key_reused for a known key with another body, busy if too many are in flight.
   */
  once(
    scope: readonly string[],
    key: string,
    body: Uint8Array,
    send: () => Promise<Outcome>,
  ): Promise<Attempt>;
}

/** Makes an empty store, in memory alone: no credentials, the body only as a hash, at most 24 hours. */
export function createAttempts(now: () => number): Attempts {
  const entries = new Map<string, Entry>();
  // A chain of what is settled, oldest first. The map has an order as well, but to find its first entry it steps over
  // all that were deleted before, thousands of them once it is full.
  let oldest: Entry | undefined;
  let newest: Entry | undefined;
  let keptBytes = 0;

  function drop(entry: Entry): void {
    if (entries.get(entry.id) !== entry) return;
    entries.delete(entry.id);
    keptBytes -= entry.bytes;
  }

  function keep(entry: Entry, bytes: number): void {
    entry.bytes = bytes;
    keptBytes += bytes;
    if (newest === undefined) oldest = entry;
    else newest.next = entry;
    newest = entry;
  }

  function makeRoom(): void {
    for (; oldest !== undefined; oldest = oldest.next) {
      const isOld = oldest.startedAtMs + MAX_AGE_MS <= now();
      const isFull = entries.size >= MAX_ENTRIES || keptBytes > MAX_KEPT_BYTES;
      if (!isOld && !isFull) return;
      drop(oldest);
    }
    newest = undefined;
    if (entries.size >= MAX_ENTRIES) {
      throw new Problem('BUILDER.busy', 'Too many requests are under way.', {
        headers: { 'retry-after': '5' },
      });
    }
  }

  return {
    async once(scope, key, body, send) {
      const id = JSON.stringify([...scope, key]);
      const bodyHash = hash('sha256', body, 'base64');
      const known = entries.get(id);
      if (known !== undefined && known.startedAtMs + MAX_AGE_MS > now()) {
        if (known.bodyHash !== bodyHash) {
          throw new Problem('key_reused', 'The Idempotency-Key was used for another body.');
        }
        return { outcome: await known.outcome, replayed: true };
      }
      if (known !== undefined) drop(known);
      makeRoom();
      const entry: Entry = {
        id,
        bodyHash,
        startedAtMs: now(),
        // Never rejects, so that an entry nobody waits for cannot bring the process down.
        outcome: send().catch(toUnknown),
        bytes: 0,
        next: undefined,
      };
      entries.set(id, entry);
      const outcome = await entry.outcome;
      const { result, mayHaveCreated } = outcome;
      if (mayHaveCreated) keep(entry, result instanceof Problem ? 0 : result.body.byteLength);
      else drop(entry);
      return { outcome, replayed: false };
    },
  };
}

function toUnknown(cause: unknown): Outcome {
  const problem = new Problem('BUILDER.internal', 'The server failed. Its log has the details.', {
    cause,
  });
  return { result: problem, mayHaveCreated: true };
}
