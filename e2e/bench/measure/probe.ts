/** What the page under test reports about itself. */
export interface Probe {
  /** Milliseconds from each key to the first task after the next frame. */
  readonly keyPaints: number[];
  /** The same for each click. */
  readonly clickPaints: number[];
  /** The duration of each task over 50 ms. */
  readonly longTasks: number[];
  /**
   * Milliseconds since navigation until a field of the document appeared, and until it showed its first typed letter.
   */
  shownAt: number | undefined;
  acceptedAt: number | undefined;
  /** Cumulative layout shift and largest contentful paint. */
  shift: number;
  largestPaint: number;
  /** Clears the paints and long tasks so far. */
  clear(): void;
}

declare global {
  interface Window {
    bench: Probe;
    /** Called once a field of the document is visible and focused. */
    benchFieldShown?: () => void;
  }
}

/** Runs in the page before its own scripts; costs one frame callback and one message per key. */
export function installProbe(documentName: string): void {
  const keyPaints: number[] = [];
  const clickPaints: number[] = [];
  const longTasks: number[] = [];
  const probe: Probe = {
    keyPaints,
    clickPaints,
    longTasks,
    shownAt: undefined,
    acceptedAt: undefined,
    shift: 0,
    largestPaint: 0,
    clear() {
      for (const list of [keyPaints, clickPaints, longTasks]) list.length = 0;
      longTaskObserver.takeRecords();
    },
  };
  window.bench = probe;

  // The message is the first task after the frame: by then the frame was drawn.
  const channel = new MessageChannel();
  const drawn: (() => void)[] = [];
  channel.port1.onmessage = () => {
    for (const tell of drawn.splice(0)) tell();
  };
  const afterPaint = (tell: () => void) =>
    requestAnimationFrame(() => {
      drawn.push(tell);
      channel.port2.postMessage(0);
    });
  const watch = (kind: string, paints: number[]) =>
    window.addEventListener(
      kind,
      ({ timeStamp }) => afterPaint(() => void paints.push(performance.now() - timeStamp)),
      { capture: true },
    );
  watch('keydown', keyPaints);
  watch('click', clickPaints);

  const longTaskObserver = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) longTasks.push(duration);
  });
  longTaskObserver.observe({ type: 'longtask' });
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) probe.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((entries) => {
    for (const { startTime } of entries.getEntries()) probe.largestPaint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  window.addEventListener(
    'input',
    ({ target }) => {
      if (probe.acceptedAt === undefined && target instanceof HTMLInputElement)
        afterPaint(() => (probe.acceptedAt ??= performance.now()));
    },
    { capture: true },
  );
  // In the task that adds the field: later code may be requested before the next frame.
  const observer = new MutationObserver(() => {
    const inputs = [...document.getElementsByTagName('input')];
    const field = inputs.find(({ value }) => value === documentName);
    if (field === undefined) return;
    observer.disconnect();
    probe.shownAt = performance.now();
    requestAnimationFrame(() => {
      field.focus();
      window.benchFieldShown?.();
    });
  });
  if (location.pathname !== '/icon.svg')
    observer.observe(document, { childList: true, subtree: true });
}
