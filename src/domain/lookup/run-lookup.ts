import type { DeploymentListing } from './deployment-record.ts';
import { step, type LookTrouble, type Search, type SearchEvent } from './lookup.ts';

/** How often a waiting search looks at the clock, milliseconds: after a sleep a long timer would be late. */
const TICK_MS = 500;

/** The world as a search needs it. */
export interface SearchTools {
  /** Milliseconds that have gone by; never runs backwards. */
  elapsed(): number;
  /** Reads the list. Rejects with what {@link SearchTools.troubleOf} understands. */
  list(signal: AbortSignal): Promise<DeploymentListing>;
  troubleOf(error: unknown): LookTrouble;
  /** Calls back every so many milliseconds, until the returned function is called. */
  every(ms: number, run: () => void): () => void;
}

/** A search under way. */
export interface SearchRun {
  /** Looks now, also where it was stopped or waits for a token. */
  look(): void;
  stop(): void;
  /** Ends it without a word. */
  end(): void;
}

/** Runs a search to its end; `onChange` gets each state of it, the first one too. */
export function runSearch(
  initial: Search,
  tools: SearchTools,
  onChange: (search: Search) => void,
): SearchRun {
  let search = initial;
  let isOver = false;
  let looking: AbortController | undefined;

  const move = (event: SearchEvent) => {
    const next = step(search, event);
    if (next === search || isOver) return;
    search = next;
    onChange(search);
    if (search.phase === 'done') end();
  };
  const look = () => {
    if (isOver || search.phase === 'looking') return;
    const controller = new AbortController();
    looking = controller;
    move({ type: 'look', at: tools.elapsed() });
    void tools.list(controller.signal).then(
      (listing) => {
        if (looking === controller) move({ type: 'listed', at: tools.elapsed(), listing });
      },
      (error: unknown) => {
        if (looking === controller)
          move({ type: 'failed', at: tools.elapsed(), trouble: tools.troubleOf(error) });
      },
    );
  };
  const dropLook = () => {
    looking?.abort();
    looking = undefined;
  };
  const stopTicking = tools.every(TICK_MS, () => {
    if (search.phase === 'waiting' && tools.elapsed() >= search.nextAt) look();
  });
  const end = () => {
    isOver = true;
    stopTicking();
    dropLook();
  };

  onChange(search);
  if (search.phase === 'waiting' && tools.elapsed() >= search.nextAt) look();
  return {
    look,
    stop() {
      dropLook();
      move({ type: 'stop' });
    },
    end,
  };
}
