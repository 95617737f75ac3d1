import type { Locator } from '@playwright/test';

/** Half a second: the page validates and renders within it. */
const FRAMES = 30;

/** True if an element does not move for half a second. */
export function staysInPlace(element: Locator): Promise<boolean> {
  return element.evaluate(async (watched, frames) => {
    const position = () => JSON.stringify(watched.getBoundingClientRect());
    const before = position();
    for (let frame = 0; frame < frames; frame++) {
      await new Promise(requestAnimationFrame);
      if (!watched.isConnected || position() !== before) return false;
    }
    return true;
  }, FRAMES);
}
