import { Problem } from '#src/server/http/kit/problem.ts';

/** How many requests may be under way: in all, and of one peer. Zero means no limit. */
export interface CrowdLimits {
  readonly inFlight: number;
  readonly perPeer: number;
}

/** The defaults of docs/sources.md, section 8. */
export const standardCrowd: CrowdLimits = { inFlight: 256, perPeer: 64 };

/** The parts of these places that requests may take whose body is still on its way: slow bodies shut nobody else out. */
const SENDING_SHARE = { inFlight: 1 / 2, perPeer: 1 / 4 } as const;
/** The bytes of answers that may wait to be taken: in all, and by one peer. */
const answerBytes: CrowdLimits = { inFlight: 128 * 1024 * 1024, perPeer: 32 * 1024 * 1024 };

/** The place of one request among those under way. */
export interface Place {
  /** Its body has arrived. */
  arrived(): void;
  /**
   * Counts the bytes of its answer until it leaves. False if too many are waiting to be taken: then they are not
   * counted.
   */
  hold(bytes: number): boolean;
  /** Its answer was sent, or nobody is there any more to take it. */
  leave(): void;
}

/** Counts the requests under way, from their head to the last byte of their answer. */
export interface Crowd {
  /** Counts one more. Throws Problem busy (503, with Retry-After) if that is too many. */
  enter(peer: string, isSending: boolean): Place;
  size(): number;
}

/** Makes an empty crowd. */
export function createCrowd(limits: CrowdLimits): Crowd {
  const requests = createTally(limits);
  const sending = createTally({
    inFlight: Math.ceil(limits.inFlight * SENDING_SHARE.inFlight),
    perPeer: Math.ceil(limits.perPeer * SENDING_SHARE.perPeer),
  });
  const bytes = createTally(answerBytes);
  return {
    enter(peer, isSending) {
      const leave = requests.add(peer, 1);
      const arrived = isSending && leave !== undefined ? sending.add(peer, 1) : () => undefined;
      if (leave === undefined || arrived === undefined) {
        leave?.();
        throw makeBusy('Too many requests are under way.');
      }
      let release: (() => void) | undefined;
      return {
        arrived,
        hold(count) {
          release = bytes.add(peer, count);
          return release !== undefined;
        },
        leave() {
          arrived();
          release?.();
          leave();
        },
      };
    },
    size: requests.size,
  };
}

/** The refusal of what is too much at the moment. */
export function makeBusy(words: string): Problem {
  return new Problem('BUILDER.busy', words, { headers: { 'retry-after': '1' } });
}

/** Sums of something, in all and by peer. */
interface Tally {
  /** Adds so much until the result is called; undefined if that is too much. Who has nothing yet always gets some. */
  add(peer: string, amount: number): (() => void) | undefined;
  size(): number;
}

function createTally({ inFlight, perPeer }: CrowdLimits): Tally {
  const byPeer = new Map<string, number>();
  let all = 0;
  return {
    add(peer, amount) {
      const own = byPeer.get(peer) ?? 0;
      if (inFlight > 0 && all > 0 && all + amount > inFlight) return undefined;
      if (perPeer > 0 && own > 0 && own + amount > perPeer) return undefined;
      all += amount;
      byPeer.set(peer, own + amount);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        all -= amount;
        const left = (byPeer.get(peer) ?? amount) - amount;
        if (left === 0) byPeer.delete(peer);
        else byPeer.set(peer, left);
      };
    },
    size: () => all,
  };
}
