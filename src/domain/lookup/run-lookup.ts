import type { DeploymentListing } from './deployment-record.ts';
import { advanceLookup, type Lookup, type LookupError, type LookupEvent } from './lookup.ts';

/** How often a waiting lookup checks the clock: one long timer would fire late after the machine slept. */
const TICK_MS = 500;

export interface LookupDeps {
  /** A monotonic clock, milliseconds. */
  elapsed(): number;
  /** Lists the deployments of the name. Rejects with an error that {@link LookupDeps.toLookupError} understands. */
  list(signal: AbortSignal): Promise<DeploymentListing>;
  toLookupError(error: unknown): LookupError;
  /** Calls back at an interval until the returned function is called. */
  every(ms: number, callback: () => void): () => void;
}

export interface LookupRun {
  /** Polls now, even if the lookup was stopped or waits for a token. */
  poll(): void;
  stop(): void;
  /** Ends the run without another change. */
  end(): void;
}

/** Runs a lookup to its end; `onChange` gets each of its states, including the first. */
export function runLookup(
  initial: Lookup,
  deps: LookupDeps,
  onChange: (lookup: Lookup) => void,
): LookupRun {
  let lookup = initial;
  let isOver = false;
  let polling: AbortController | undefined;

  const advance = (event: LookupEvent) => {
    const next = advanceLookup(lookup, event);
    if (next === lookup || isOver) return;
    lookup = next;
    onChange(lookup);
    if (lookup.phase === 'done') end();
  };
  const poll = () => {
    if (isOver || lookup.phase === 'polling') return;
    const controller = new AbortController();
    polling = controller;
    advance({ type: 'poll', at: deps.elapsed() });
    void deps.list(controller.signal).then(
      (listing) => {
        if (polling === controller) advance({ type: 'listed', at: deps.elapsed(), listing });
      },
      (error: unknown) => {
        if (polling !== controller) return;
        advance({ type: 'failed', at: deps.elapsed(), error: deps.toLookupError(error) });
      },
    );
  };
  const pollIfDue = () => {
    if (lookup.phase === 'waiting' && deps.elapsed() >= lookup.nextAt) poll();
  };
  const abortPoll = () => {
    polling?.abort();
    polling = undefined;
  };
  const stopTicking = deps.every(TICK_MS, pollIfDue);
  const end = () => {
    isOver = true;
    stopTicking();
    abortPoll();
  };

  onChange(lookup);
  pollIfDue();
  return {
    poll,
    stop() {
      abortPoll();
      advance({ type: 'stop' });
    },
    end,
  };
}
