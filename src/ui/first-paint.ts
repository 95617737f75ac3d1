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

/** The id of the outline that stands over the page until its first step is drawn (app/shell.ts). */
export const SHELL_ID = 'shell';

/** Takes the outline away: what is to be seen has been drawn. */
export function removeShell(): void {
  document.getElementById(SHELL_ID)?.remove();
}

/** Tells that the first step has been drawn. From the next frame on, later parts are loaded. */
export function tellDrawn(): void {
  removeShell();
  void afterFrame().then(resolvePainted);
}

/** Runs once what was just done has been on the screen: behind the next frame, not before it. Gives what cancels it. */
export function behindFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Resolves behind the next frame, or after a while without one. */
async function afterFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    behindFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Resolves once anything has been painted. Not every browser tells; then behind the next frame. */
export async function afterPaint(): Promise<void> {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return afterFrame();
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    };
    const timer = setTimeout(end, LONGEST_WAIT_MS);
    const observer = new PerformanceObserver(end);
    observer.observe({ type: 'paint', buffered: true });
  });
}

/** Resolves in another task: what the browser has to do meanwhile comes first. */
export async function afterTask(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
