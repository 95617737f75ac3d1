/** Timers, so that a simulation can run them. */
export interface EngineTimers {
  /** Calls back once, unless the returned function is called first. */
  after(ms: number, callback: () => void): () => void;
}

/** The longest time between two passes, in milliseconds. */
export const MAX_PAUSE_MS = 1_000;
const MIN_PAUSE_MS = 20;
/** After a failure of the store. */
export const AFTER_FAILURE_MS = 2_000;

export interface Passes {
  start(): void;
  /** Asks for a pass soon. */
  wake(): void;
  /** Waits for the pass that is running; there is no other. */
  stop(): Promise<void>;
}

/** Runs passes one after the other. `pass` returns the milliseconds until the next one, if nothing wakes it. */
export function createPasses(
  timers: EngineTimers,
  pass: () => Promise<number>,
  onPass: () => void,
  onFailure: (error: unknown) => void,
): Passes {
  let cancel: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let isWoken = false;
  let isStopped = false;
  /** True between a failure and the next pass: nothing wakes it earlier, or a broken store would be asked for ever. */
  let isCoolingDown = false;

  function schedule(ms: number): void {
    if (isStopped || running !== undefined) return;
    cancel?.();
    cancel = timers.after(ms, () => {
      cancel = undefined;
      isWoken = false;
      isCoolingDown = false;
      running = pass().then(
        (wait) => finish(wait),
        (error: unknown) => {
          onFailure(error);
          isCoolingDown = true;
          finish(AFTER_FAILURE_MS);
        },
      );
    });
  }

  function finish(wait: number): void {
    running = undefined;
    onPass();
    const isSoon = isWoken && !isCoolingDown;
    schedule(isSoon ? MIN_PAUSE_MS : Math.max(MIN_PAUSE_MS, Math.min(wait, AFTER_FAILURE_MS)));
  }

  return {
    start: () => schedule(0),
    wake() {
      if (isWoken) return;
      isWoken = true;
      if (!isCoolingDown) schedule(MIN_PAUSE_MS);
    },
    async stop() {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}
