import { en } from '#src/app/words/en.ts';
import { stepIds } from '#src/features/wizard/steps.ts';
import { expect, test } from '../../support/fixtures.ts';
import { richDocument } from '../../support/rich-document.ts';
import { storeDocument } from '../../support/stored-document.ts';

/** The controls that cannot be reached by scrolling the page up and down, each with its place. */
function outside(): readonly string[] {
  const width = document.documentElement.clientWidth;
  const controls = document.querySelectorAll<HTMLElement>(
    'button, input, select, textarea, a[href]',
  );
  return [...controls].flatMap((control) => {
    const { left, right, width: own } = control.getBoundingClientRect();
    if (own === 0 || !control.checkVisibility({ visibilityProperty: true })) return [];
    // Lists that scroll sideways on their own show the rest.
    for (let parent = control.parentElement; parent; parent = parent.parentElement)
      if (/auto|scroll/.test(getComputedStyle(parent).overflowX)) return [];
    const isSkipLink = control.matches('[href="#step-heading"]');
    if (isSkipLink || (left >= -1 && right <= width + 1)) return [];
    return [
      `${control.tagName} ${control.ariaLabel ?? control.textContent} at ${left} to ${right}`,
    ];
  });
}

for (const [name, width, height] of [
  ['320 px, which is 400 % zoom', 320, 512],
  ['200 % zoom', 640, 400],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, contextOptions: { reducedMotion: 'reduce' } });

    test('no step scrolls sideways, and every control can be reached', async ({ page, wizard }) => {
      test.slow();
      await storeDocument(page, richDocument());
      await page.goto('/');
      for (const step of stepIds) {
        await wizard.goTo(en.step[step].title);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.step[step].title);
        await expect(page.getByText(en.part.loading)).toHaveCount(0);
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang, step).toBe(0);
        expect(await page.evaluate(outside), step).toEqual([]);
      }
      // The page is usable in the height that is left between the bars.
      const next = page.getByRole('button', { name: /^Create/ });
      await expect(next).toBeInViewport();
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
      expect(await page.evaluate(outside), 'the shortcut sheet').toEqual([]);
    });
  });
}
