import type { CDPSession } from '@playwright/test';

/** Main thread time since navigation, milliseconds, and heap size, bytes. */
export interface Work {
  readonly task: number;
  /** CPU time: excludes waiting for other programs and the compositor. */
  readonly cpu: number;
  readonly script: number;
  readonly layout: number;
  readonly style: number;
  readonly heap: number;
}

/** Reads the browser's own metrics of the page. */
export async function readWork(cdp: CDPSession): Promise<Work> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    task: of('TaskDuration') * 1000,
    cpu: of('ThreadTime') * 1000,
    script: of('ScriptDuration') * 1000,
    layout: of('LayoutDuration') * 1000,
    style: of('RecalcStyleDuration') * 1000,
    heap: of('JSHeapUsedSize'),
  };
}

/** Waits. The bench types by the clock, like a person at a keyboard. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Types letters at a steady pace, whether or not the page keeps up, then waits until it has processed them all and
 * the last pause is over.
 */
export async function typeKeys(cdp: CDPSession, letters: string, gapMs: number): Promise<void> {
  const taken: Promise<unknown>[] = [];
  const begin = performance.now();
  for (const [at, letter] of [...letters].entries()) {
    const wait = begin + at * gapMs - performance.now();
    if (wait > 0) await pause(wait);
    taken.push(...pressKey(cdp, letter));
  }
  await Promise.all(taken);
  const rest = begin + letters.length * gapMs - performance.now();
  if (rest > 0) await pause(rest);
}

function pressKey(cdp: CDPSession, letter: string): Promise<unknown>[] {
  const upper = letter.toUpperCase();
  const key = {
    key: letter,
    code: `Key${upper}`,
    windowsVirtualKeyCode: upper.charCodeAt(0),
  };
  return [
    cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...key }),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ];
}

/** A number of letters in which no two adjacent ones are equal, so that a lost one is noticed. */
export function letters(count: number): string {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
}
