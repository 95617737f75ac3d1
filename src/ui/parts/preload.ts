import { watchStyles } from './failed-styles.ts';
import { whenIdle } from './when-idle.ts';

/** Nothing is loaded until the user has not pressed a key for this long, so that it never competes with typing. */
const QUIET_MS = 1000;

const waiting: (() => Promise<unknown>)[] = [];
let lastKeyAt = -Infinity;
let hasStarted = false;
let isLoading = false;

/** Schedules code to be loaded while the page is idle. */
export function preloadLater(load: () => Promise<unknown>): void {
  waiting.push(load);
  if (hasStarted) loadNext();
}

/**
 * Starts preloading, so that a step opens at once, and the settings open even if the server has gone down in the
 * meantime.
 */
export function startPreloading(): void {
  hasStarted = true;
  window.addEventListener('keydown', () => (lastKeyAt = performance.now()), { capture: true });
  watchStyles();
  loadNext();
}

/** Loads one part at a time, so that a key press never waits for more than one. */
function loadNext(): void {
  const next = isLoading ? undefined : waiting.shift();
  if (next === undefined) return;
  isLoading = true;
  const onDone = () => {
    isLoading = false;
    loadNext();
  };
  // A part that fails to load now is requested again when it renders.
  whenQuiet(() => void next().then(onDone, onDone));
}

function whenQuiet(run: () => void): void {
  const restMs = lastKeyAt + QUIET_MS - performance.now();
  if (restMs > 0) setTimeout(() => whenQuiet(run), restMs);
  else
    whenIdle(() => {
      if (performance.now() - lastKeyAt < QUIET_MS) whenQuiet(run);
      else run();
    });
}
