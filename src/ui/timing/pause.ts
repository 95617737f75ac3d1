/** What is to be done once a person pauses. */
export interface Pause {
  /** Something was done: the pause begins anew. */
  begin(): void;
  /** Nothing is waited for any more. */
  end(): void;
}

/**
 * Runs `then` once, `ms` milliseconds after the last `begin`. A key begins it anew without a timer of its own: the one
 * that runs already goes on for the rest.
 */
export function createPause(ms: number, then: () => void): Pause {
  let begunAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const restMs = begunAt + ms - performance.now();
    // Timers may come a little early.
    if (restMs >= 1) {
      timer = setTimeout(look, restMs);
      return;
    }
    timer = undefined;
    then();
  };
  return {
    begin() {
      begunAt = performance.now();
      timer ??= setTimeout(look, ms);
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
