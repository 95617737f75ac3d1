import { watchStyles } from './failed-styles.ts';
import { whenIdle } from './when-idle.ts';

const waiting: (() => Promise<unknown>)[] = [];
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
  whenIdle(() => void next().then(onDone, onDone));
}
