import { watchStyles } from './failed-styles.ts';
import { whenIdle } from './when-idle.ts';

/** Nothing is preloaded until the user has not pressed a key for this long, so that it never competes with typing. */
const QUIET_MS = 1000;

/** Code that does not arrive within this time no longer delays the next. */
const MAX_TURN_MS = 3000;

type Load = () => Promise<unknown>;

// In this order, one at a time: two at once keep a slow phone busy for longer than one after the other.
const needed: Load[] = [];
const afterNeeded: Load[] = [];
const later: Load[] = [];

let lastKeyAt = -Infinity;
let hasStarted = false;
let wasIdle = false;
let isLoading = false;
let isWaitingForQuiet = false;

/** Loads code that the page needs soon, once it has been idle. Rejects if `load` does. */
export function loadSoon<T>(load: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => add(needed, () => load().then(resolve, reject)));
}

/** Runs once the code that the page needs soon is loaded. */
export function whenNeededLoaded(run: () => void): void {
  add(afterNeeded, async () => run());
}

/** Schedules code to be loaded while the page is idle and nobody types. */
export function preloadLater(load: Load): void {
  add(later, load);
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

function add(list: Load[], load: Load): void {
  list.push(load);
  loadNext();
}

function loadNext(): void {
  if (isLoading) return;
  if (needed.length + afterNeeded.length > 0) {
    const start = () => {
      wasIdle = true;
      run(needed.length > 0 ? needed : afterNeeded);
    };
    // Idle once is enough: to wait for it before each would delay the last by seconds.
    if (wasIdle) setTimeout(start);
    else whenIdle(start);
  } else if (hasStarted && later.length > 0 && !isWaitingForQuiet) {
    isWaitingForQuiet = true;
    whenQuiet(() => {
      isWaitingForQuiet = false;
      if (needed.length + afterNeeded.length > 0) loadNext();
      else run(later);
    });
  }
}

/** Loads the next of a list. A part that fails to load now is requested again when it renders. */
function run(list: Load[]): void {
  const load = isLoading ? undefined : list.shift();
  if (load === undefined) return;
  isLoading = true;
  let isDone = false;
  const onDone = () => {
    if (isDone) return;
    isDone = true;
    isLoading = false;
    loadNext();
  };
  void load().then(onDone, onDone);
  setTimeout(onDone, MAX_TURN_MS);
}

function whenQuiet(start: () => void): void {
  const restMs = lastKeyAt + QUIET_MS - performance.now();
  if (restMs > 0) setTimeout(() => whenQuiet(start), restMs);
  else
    whenIdle(() => {
      if (performance.now() - lastKeyAt < QUIET_MS) whenQuiet(start);
      else start();
    });
}
