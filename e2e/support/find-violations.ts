import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds at WCAG 2.2 A and AA, one line for each element. `apart` is left out: it was looked at before. */
export async function findViolations(page: Page, apart?: string): Promise<string[]> {
  // A dialog that is still fading in has colours that nobody reads.
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().map((one) => one.playState)))
    .not.toContain('running');
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    // There are no frames, which is what the newer mode opens a page of its own for.
    .setLegacyMode(true);
  const { violations } = await (apart ? axe.exclude(apart) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}\n${node.failureSummary}`),
  );
}
