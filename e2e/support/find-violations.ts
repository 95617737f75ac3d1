import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** How often a page whose parts fade in or out during the scan is scanned again. */
const MAX_SCANS = 4;
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

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
  const context = { exclude: excluded === undefined ? [] : [excluded] };
  const violations = await runAxe(page, context, { runOnly: standards });
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { element, summary } of nodes) {
      if (id === 'target-size' && (await isLargeEnoughInView(page, element))) continue;
      found.push(`${id}: ${element}\n${summary}`);
    }
  }
  return found;
}

/** True if a control is only too small where a bar at the edge of the window happens to cover a part of it. */
async function isLargeEnoughInView(page: Page, element: string): Promise<boolean> {
  await page.locator(element).evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const runOnly = { type: 'rule' as const, values: ['target-size'] };
  return (await runAxe(page, { include: [element] }, { runOnly })).length === 0;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly element: string; readonly summary: string | undefined }[];
}

/** Runs axe in the page. Evaluates its source once per loaded page, because that takes much of the time of a scan. */
async function runAxe(
  page: Page,
  context: { include: string[] } | { exclude: string[] },
  options: RunOptions,
): Promise<readonly Violation[]> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  if (!isLoaded) await page.evaluate(axe.source);
  return page.evaluate(
    async ([place, choice]) => {
      const { axe: loaded } = window as unknown as { axe: typeof axe };
      const { violations } = await loaded.run(place, { ...choice, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ target, failureSummary }) => ({
          element: target.join(' '),
          summary: failureSummary,
        })),
      }));
    },
    [context, options] as const,
  );
}
