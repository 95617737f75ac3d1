import { createHmac, hash, randomBytes } from 'node:crypto';
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
  /** The caller and body the key belongs to, as {@link ownerOf} writes them. */
  readonly owner: string;
  readonly startedAtMs: number;
  readonly outcome: Promise<Outcome>;
  /** Zero while in flight. */
  bytes: number;
  /** Its create is running: whatever its age and however full the store is, the key stays. */
  isRunning: boolean;
  /** The one that was settled next. */
  next: Entry | undefined;
}

/** An outcome with word of whether it was a new attempt or an old one's. */
interface Attempt {
  readonly outcome: Outcome;
  readonly replayed: boolean;
}

/** One create as a caller asked for it. */
export interface AskedCreate {
  /** Target, project and instance: elsewhere, the same key is another one. */
  readonly scope: readonly string[];
  readonly key: string;
  /** Proof of who asks, such as a token or a session ID; only a keyed hash of it is kept. */
  readonly caller: readonly string[];
  readonly body: Uint8Array;
}

/** Creates by key: at most one runs, and what may have created is never run again. */
export interface Attempts {
  /**
   * Runs `send` unless the key is known. A key belongs to its first caller and body: the same caller and body get
   * the kept outcome. Throws Problem key_reused for any other use of a known key, also while its create is running,
   * and busy if too many creates are running.
   */
  once(asked: AskedCreate, send: () => Promise<Outcome>): Promise<Attempt>;
  /** How much memory the kept outcomes take, in bytes. */
  keptBytes(): number;
}

/** What an entry takes beside its answer, in bytes: key, hashes, headers, a problem and its cause. */
const ENTRY_BYTES = 2 * 1024;

/**
 * Makes an empty store, in memory only: no credentials, caller and body only as hashes, at most 24 hours once the
 * create is over. `now` gives milliseconds and never runs backwards.
 */
export function createAttempts(now: () => number): Attempts {
  /** Keys the hash of callers: whoever reads the memory of another process cannot compare tokens with it. */
  const secret = randomBytes(32);
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

  /** Drops what is old, and the oldest until there are at most so many. Only what is settled is in the chain. */
  function trim(mostEntries: number): void {
    for (; oldest !== undefined; oldest = oldest.next) {
      const isFull = entries.size > mostEntries || keptBytes > MAX_KEPT_BYTES;
      if (!isOld(oldest) && !isFull) return;
      drop(oldest);
    }
    newest = undefined;
  }

  const isOld = ({ startedAtMs, isRunning }: Entry) =>
    !isRunning && startedAtMs + MAX_AGE_MS <= now();

  function ownerOf({ caller, body }: AskedCreate): string {
    const proof = createHmac('sha256', secret).update(JSON.stringify(caller)).digest('base64');
    return `${proof} ${hash('sha256', body, 'base64')}`;
  }

  function makeRoom(): void {
    trim(MAX_ENTRIES - 1);
    if (entries.size >= MAX_ENTRIES) {
      throw new Problem('BUILDER.busy', 'Too many requests are under way.', {
        headers: { 'retry-after': '5' },
      });
    }
  }

  return {
    async once(asked, send) {
      const id = JSON.stringify([...asked.scope, asked.key]);
      const owner = ownerOf(asked);
      const known = entries.get(id);
      if (known !== undefined && !isOld(known)) {
        if (known.owner !== owner) {
          throw new Problem(
            'key_reused',
            'The Idempotency-Key belongs to another caller or body. Nothing was sent.',
          );
        }
        return { outcome: await known.outcome, replayed: true };
      }
      if (known !== undefined) drop(known);
      makeRoom();
      const entry: Entry = {
        id,
        owner,
        startedAtMs: now(),
        // Never rejects, so that an entry nobody waits for cannot bring the process down.
        outcome: send().catch(toUnknown),
        bytes: 0,
        isRunning: true,
        next: undefined,
      };
      entries.set(id, entry);
      const outcome = await entry.outcome;
      entry.isRunning = false;
      const { result, mayHaveCreated } = outcome;
      if (!mayHaveCreated) drop(entry);
      else {
        keep(entry, ENTRY_BYTES + (result instanceof Problem ? 0 : result.body.byteLength));
        trim(MAX_ENTRIES);
      }
      return { outcome, replayed: false };
    },
    keptBytes: () => keptBytes,
  };
}

function toUnknown(cause: unknown): Outcome {
  const problem = new Problem('BUILDER.internal', 'The server failed. Its log has the details.', {
    cause,
  });
  return { result: problem, mayHaveCreated: true };
}
