/** A debounced function. */
export interface Debounce {
  /** Starts the wait, or starts it over; the longest wait goes on. */
  schedule(): void;
  /** Drops a scheduled run. */
  cancel(): void;
}

/**
 * Runs `run` once, `ms` milliseconds after the last `schedule`, and at most `longestMs` after the first one: what must
 * not be lost cannot wait for a pause. A repeated `schedule` sets no new timer: the running one waits for the rest when
 * it fires, because setting a timer on every key press is slow.
 */
export function createDebounce(
  ms: number,
  run: () => void,
  longestMs: number | (() => number) = Infinity,
): Debounce {
  const longest = () => (typeof longestMs === 'number' ? longestMs : longestMs());
  let firstAt = 0;
  let scheduledAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onTimer = () => {
    const restMs = Math.min(scheduledAt + ms, firstAt + longest()) - performance.now();
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
      if (timer === undefined) firstAt = scheduledAt;
      timer ??= setTimeout(onTimer, Math.min(ms, longest()));
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
