import { watchStyles } from './failed-styles.ts';
import { whenIdle } from './when-idle.ts';

const waiting: (() => Promise<unknown>)[] = [];
let hasStarted = false;
let isLoading = false;

/** Adds code to what is loaded while the page is idle. */
export function preloadLater(load: () => Promise<unknown>): void {
  waiting.push(load);
  if (hasStarted) loadNext();
}

/** Starts to load the parts: a step then opens at once, and the settings open even if the server is gone by then. */
export function startPreloading(): void {
  hasStarted = true;
  watchStyles();
  loadNext();
}

/** One part at a time, each when the page is idle, so that a key never waits for more than one. */
function loadNext(): void {
  const next = isLoading ? undefined : waiting.shift();
  if (next === undefined) return;
  isLoading = true;
  const goOn = () => {
    isLoading = false;
    loadNext();
  };
  // A part that cannot be loaded now is loaded again when it is rendered.
  whenIdle(() => void next().then(goOn, goOn));
}
