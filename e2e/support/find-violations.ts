import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** How often a page whose parts fade in or out during the scan is scanned again. */
const MAX_SCANS = 4;

/** Accessibility violations found by axe (WCAG 2.2 A and AA), one text per element. Skips elements matching `excluded`. */
export async function findViolations(page: Page, excluded?: string): Promise<string[]> {
  for (let scan = 1; ; scan++) {
    // A dialog that is still fading in fails the contrast check, and so does a notice that fades out during the scan.
    await expect
      .poll(() =>
        page.evaluate(() => document.getAnimations().map((animation) => animation.playState)),
      )
      .not.toContain('running');
    const fades = await countFades(page);
    const found = await scanPage(page, excluded);
    if (found.length === 0 || scan === MAX_SCANS || (await fades()) === 0) return found;
  }
}

/** Counts the transitions that start from now on. */
async function countFades(page: Page): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle(() => {
    const counter = { count: 0 };
    document.addEventListener('transitionrun', () => counter.count++, { capture: true });
    return counter;
  });
  return () => seen.evaluate(({ count }) => count);
}

async function scanPage(page: Page, excluded?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    // The newer mode opens an extra page to scan frames; the product has none.
    .setLegacyMode(true);
  const { violations } = await (excluded ? axe.exclude(excluded) : axe).analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      const element = target.join(' ');
      if (id === 'target-size' && (await isLargeEnoughInView(page, element))) continue;
      found.push(`${id}: ${element}\n${failureSummary}`);
    }
  }
  return found;
}

/** True if a control is only too small where a bar at the edge of the window happens to cover a part of it. */
async function isLargeEnoughInView(page: Page, element: string): Promise<boolean> {
  await page.locator(element).evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const axe = new AxeBuilder({ page }).include(element).withRules(['target-size']);
  return (await axe.setLegacyMode(true).analyze()).violations.length === 0;
}
