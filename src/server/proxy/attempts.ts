import { createHmac, hash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { ProxyResponse } from './proxy-response.ts';

const MAX_ENTRIES = 10_000;
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** The size of all stored responses, in bytes; the oldest are evicted first. */
const MAX_STORED_BYTES = 128 * 1024 * 1024;
/** The size of an entry without its response, in bytes: key, hashes, headers, a problem without its cause. */
const ENTRY_BYTES = 2 * 1024;

/** The result of a create: a response or an HttpProblem, and whether it may have created something. */
export interface UpstreamOutcome {
  readonly result: ProxyResponse | HttpProblem;
  /** True for 2xx and for every unknown outcome; false frees the key. */
  readonly mayHaveCreated: boolean;
}

interface Entry {
  /** The caller and body the key belongs to, as {@link ownerOf} formats them. */
  readonly owner: string;
  /** Never rejects. */
  readonly outcome: Promise<UpstreamOutcome>;
}

/** An outcome, and whether it was stored by an earlier request. */
interface Attempt {
  readonly outcome: UpstreamOutcome;
  readonly replayed: boolean;
}

/** A create as the caller requested it. */
export interface CreateRequest {
  /** Target, project and instance. In another scope, the same key is a different one. */
  readonly scope: readonly string[];
  readonly key: string;
  /** Proof of the caller's identity, such as a token or a session ID; only a keyed hash of it is stored. */
  readonly caller: readonly string[];
  readonly body: Uint8Array;
}

/** Creates by key: at most one runs at a time, and one that may have created something never runs again. */
export interface Attempts {
  /**
   * Runs `send` unless the key is known. A key belongs to its first caller and body: the same caller and body get the
   * stored outcome. Throws HttpProblem key_reused for any other use of a known key, even while its create is running,
   * and busy if too many creates are running.
   */
  runOnce(request: CreateRequest, send: () => Promise<UpstreamOutcome>): Promise<Attempt>;
  /** The memory of the stored outcomes, in bytes. */
  storedBytes(): number;
}

/**
 * Creates an empty store. It is in memory only, contains no credentials, stores callers and bodies only as hashes,
 * and drops an outcome 24 hours after its create began. `now` returns milliseconds, above 0, and never runs
 * backwards.
 */
export function createAttempts(now: () => number): Attempts {
  /** Keys the hash of callers, so that tokens cannot be compared with the memory of another process. */
  const secret = randomBytes(32);
  /** Outside the cache, so that a running create keeps its key, however old it is and however full the cache. */
  const running = new Map<string, Entry>();
  const finished = new LRUCache<string, Entry>({
    max: MAX_ENTRIES,
    maxSize: MAX_STORED_BYTES,
    // An entry expires once it is older than this.
    ttl: MAX_AGE_MS - 1,
    ttlAutopurge: true,
    ttlResolution: 0,
    perf: { now },
  });

  function ownerOf({ caller, body }: CreateRequest): string {
    const proof = createHmac('sha256', secret).update(JSON.stringify(caller)).digest('base64');
    return `${proof} ${hash('sha256', body, 'base64')}`;
  }

  function makeRoom(): void {
    if (running.size >= MAX_ENTRIES) {
      throw new HttpProblem('BUILDER.busy', 'Too many requests are in flight.', {
        headers: { 'retry-after': '5' },
      });
    }
    if (running.size + finished.size >= MAX_ENTRIES) finished.pop();
  }

  return {
    async runOnce(request, send) {
      const id = JSON.stringify([...request.scope, request.key]);
      const owner = ownerOf(request);
      // Not `get`, which would keep a replayed key longer than an older one.
      const known = running.get(id) ?? finished.peek(id);
      if (known !== undefined) {
        if (known.owner !== owner) {
          throw new HttpProblem(
            'key_reused',
            'The Idempotency-Key belongs to another caller or body. Nothing was sent.',
          );
        }
        return { outcome: await known.outcome, replayed: true };
      }
      makeRoom();
      const start = now();
      const entry: Entry = { owner, outcome: send().catch(toUnknown) };
      running.set(id, entry);
      const outcome = await entry.outcome;
      running.delete(id);
      if (outcome.mayHaveCreated) {
        const kept = { owner, outcome: Promise.resolve(withoutCause(outcome)) };
        finished.set(id, kept, { size: sizeOf(outcome), start });
      }
      return { outcome, replayed: false };
    },
    storedBytes: () => finished.calculatedSize,
  };
}

/** Drops the cause, which is already logged: it holds the connection and the request, 6 KB per entry for a day. */
function withoutCause({ result, mayHaveCreated }: UpstreamOutcome): UpstreamOutcome {
  if (!(result instanceof HttpProblem)) return { result, mayHaveCreated };
  const { code, message, status, headers, reason } = result;
  const extras = { status, headers, ...(reason === undefined ? {} : { reason }) };
  return { result: new HttpProblem(code, message, extras), mayHaveCreated };
}

function sizeOf({ result }: UpstreamOutcome): number {
  return ENTRY_BYTES + (result instanceof HttpProblem ? 0 : result.body.byteLength);
}

function toUnknown(cause: unknown): UpstreamOutcome {
  const problem = new HttpProblem(
    'BUILDER.internal',
    'The server failed. See its log for details.',
    {
      cause,
    },
  );
  return { result: problem, mayHaveCreated: true };
}
