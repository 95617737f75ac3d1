/** A debounced function. */
export interface Debounce {
  /** Starts the wait, or starts it over. */
  schedule(): void;
  /** Drops a scheduled run. */
  cancel(): void;
}

/**
 * Runs `run` once, `ms` milliseconds after the last `schedule`. A repeated `schedule` sets no new timer: the running
 * one waits for the rest when it fires, because setting a timer on every key press is slow.
 */
export function createDebounce(ms: number, run: () => void): Debounce {
  let scheduledAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onTimer = () => {
    const restMs = scheduledAt + ms - performance.now();
    // Timers may fire slightly early.
    if (restMs >= 1) {
      timer = setTimeout(onTimer, restMs);
      return;
    }
    timer = undefined;
    run();
  };
  return {
    schedule() {
      scheduledAt = performance.now();
      timer ??= setTimeout(onTimer, ms);
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
