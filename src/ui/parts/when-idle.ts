const MAX_WAIT_MS = 500;

/** Runs when the page is idle, after half a second at the latest. Returns a function that cancels it. */
export function whenIdle(run: () => void): () => void {
  // Safari does not have `requestIdleCallback`.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, MAX_WAIT_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: MAX_WAIT_MS });
  return () => cancelIdleCallback(handle);
}
