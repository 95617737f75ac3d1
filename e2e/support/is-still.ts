import type { Locator } from '@playwright/test';

/** Frames in half a second, within which the page checks a document and draws an answer. */
const FRAMES = 30;

/** True if an element is at the same place in every frame of half a second. */
export function isStill(element: Locator): Promise<boolean> {
  return element.evaluate(async (watched, frames) => {
    const place = () => JSON.stringify(watched.getBoundingClientRect());
    const before = place();
    for (let frame = 0; frame < frames; frame++) {
      await new Promise(requestAnimationFrame);
      if (!watched.isConnected || place() !== before) return false;
    }
    return true;
  }, FRAMES);
}
