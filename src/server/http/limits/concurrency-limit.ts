import { HttpProblem } from '#src/server/http/kit/problem.ts';

/** The maximum number of requests in flight: in total, and per peer. Zero means no limit. */
export interface ConcurrencyLimits {
  readonly inFlight: number;
  readonly perPeer: number;
}

/** The defaults of docs/sources.md, section 8. */
export const defaultConcurrency: ConcurrencyLimits = { inFlight: 256, perPeer: 64 };

/**
 * The share of these slots for requests whose body is still arriving, so that slow senders cannot block all others.
 */
const SENDING_SHARE = { inFlight: 1 / 2, perPeer: 1 / 4 } as const;
/** The maximum bytes of responses that clients have not read yet: in total, and per peer. */
const responseBytes: ConcurrencyLimits = {
  inFlight: 128 * 1024 * 1024,
  perPeer: 32 * 1024 * 1024,
};

/** The slot of one request in flight. */
export interface RequestSlot {
  /** Call this once the body has arrived. */
  bodyArrived(): void;
  /**
   * Counts the bytes of the response until the slot is released. Returns false, without counting, if too many are
   * already unread.
   */
  holdBytes(bytes: number): boolean;
  /** Call this once the response was sent or the connection is closed. */
  release(): void;
}

/** Counts requests in flight, from their headers to the last byte of their response. */
export interface ConcurrencyLimit {
  /** Admits one request. Throws HttpProblem busy (503, with Retry-After) at the limit. */
  enter(peer: string, isSending: boolean): RequestSlot;
  size(): number;
}

export function createConcurrencyLimit(limits: ConcurrencyLimits): ConcurrencyLimit {
  const requests = createTally(limits);
  const sending = createTally({
    inFlight: Math.ceil(limits.inFlight * SENDING_SHARE.inFlight),
    perPeer: Math.ceil(limits.perPeer * SENDING_SHARE.perPeer),
  });
  const bytes = createTally(responseBytes);
  return {
    enter(peer, isSending) {
      const leave = requests.add(peer, 1);
      const bodyArrived = isSending && leave !== undefined ? sending.add(peer, 1) : () => undefined;
      if (leave === undefined || bodyArrived === undefined) {
        leave?.();
        throw makeBusy('Too many requests are in flight.');
      }
      let dropBytes: (() => void) | undefined;
      return {
        bodyArrived,
        holdBytes(count) {
          dropBytes = bytes.add(peer, count);
          return dropBytes !== undefined;
        },
        release() {
          bodyArrived();
          dropBytes?.();
          leave();
        },
      };
    },
    size: requests.size,
  };
}

/** The error for a request that exceeds a limit at the moment. */
export function makeBusy(message: string): HttpProblem {
  return new HttpProblem('BUILDER.busy', message, { headers: { 'retry-after': '1' } });
}

/** A sum, in total and per peer. */
interface Tally {
  /**
   * Adds an amount and returns a function that removes it, or undefined at the limit. A peer that holds nothing is
   * always admitted.
   */
  add(peer: string, amount: number): (() => void) | undefined;
  size(): number;
}

function createTally({ inFlight, perPeer }: ConcurrencyLimits): Tally {
  const byPeer = new Map<string, number>();
  let all = 0;
  return {
    add(peer, amount) {
      const own = byPeer.get(peer) ?? 0;
      if (inFlight > 0 && all > 0 && all + amount > inFlight) return undefined;
      if (perPeer > 0 && own > 0 && own + amount > perPeer) return undefined;
      all += amount;
      byPeer.set(peer, own + amount);
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        all -= amount;
        const left = (byPeer.get(peer) ?? amount) - amount;
        if (left === 0) byPeer.delete(peer);
        else byPeer.set(peer, left);
      };
    },
    size: () => all,
  };
}
