/** How long the first frame may take before what waits for it goes on; a page in the background draws none. Milliseconds. */
const LONGEST_WAIT_MS = 1_000;

let resolvePainted: () => void = () => undefined;

/**
 * Resolves once the first step has been on the screen: what is wanted later is not loaded before, as it would hold up
 * the first key.
 */
export const painted = new Promise<void>((resolve) => {
  resolvePainted = resolve;
});

/** Tells that the first step has been drawn. From the next frame on, later parts are loaded. */
export function tellDrawn(): void {
  const timer = setTimeout(resolvePainted, LONGEST_WAIT_MS);
  requestAnimationFrame(() => {
    clearTimeout(timer);
    // Behind this frame, not before it.
    setTimeout(resolvePainted, 0);
  });
}
