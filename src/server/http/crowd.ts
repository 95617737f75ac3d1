import { Problem } from './problem.ts';

/** How many requests may be under way: in all, and of one peer. Zero means no limit. */
export interface CrowdLimits {
  readonly inFlight: number;
  readonly perPeer: number;
}

/** The defaults of docs/sources.md, section 8. */
export const standardCrowd: CrowdLimits = { inFlight: 256, perPeer: 64 };

/** Counts the requests under way. */
export interface Crowd {
  /** Counts one more, until the result is called. Throws Problem busy (503, with Retry-After) if that is too many. */
  enter(peer: string): () => void;
  size(): number;
}

/** Makes an empty crowd. */
export function createCrowd({ inFlight, perPeer }: CrowdLimits): Crowd {
  const byPeer = new Map<string, number>();
  let all = 0;
  return {
    enter(peer) {
      const own = byPeer.get(peer) ?? 0;
      if ((inFlight > 0 && all >= inFlight) || (perPeer > 0 && own >= perPeer)) {
        throw new Problem('BUILDER.busy', 'Too many requests are under way.', {
          headers: { 'retry-after': '1' },
        });
      }
      all += 1;
      byPeer.set(peer, own + 1);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        all -= 1;
        const left = (byPeer.get(peer) ?? 1) - 1;
        if (left === 0) byPeer.delete(peer);
        else byPeer.set(peer, left);
      };
    },
    size: () => all,
  };
}
