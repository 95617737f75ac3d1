import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Accessibility violations found by axe (WCAG 2.2 A and AA), one text per element. Skips elements matching `excluded`. */
export async function findViolations(page: Page, excluded?: string): Promise<string[]> {
  // A dialog that is still fading in fails the contrast check.
  await expect
    .poll(() =>
      page.evaluate(() => document.getAnimations().map((animation) => animation.playState)),
    )
    .not.toContain('running');
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
