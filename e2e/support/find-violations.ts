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
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}\n${node.failureSummary}`),
  );
}
