import type { Page } from '@playwright/test';

interface Counts {
  clicks: number;
  keys: number;
}

/** Counts the presses of pointer and keys in the page, without those that a script makes up. Survives no reload. */
export async function countActions(page: Page): Promise<{ read: () => Promise<Counts> }> {
  await page.evaluate(() => {
    const counts = { clicks: 0, keys: 0 };
    Object.assign(window, { actionCounts: counts });
    const count = (kind: keyof typeof counts) => (event: Event) => {
      if (event.isTrusted) counts[kind]++;
    };
    window.addEventListener('pointerdown', count('clicks'), true);
    window.addEventListener('keydown', count('keys'), true);
  });
  return {
    read: () => page.evaluate(() => (window as unknown as { actionCounts: Counts }).actionCounts),
  };
}
