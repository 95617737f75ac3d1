import { expect, test } from '../../support/fixtures.ts';
import { tabThroughForm } from '../../support/focus-driver.ts';
import { richDocument } from '../../support/rich-document.ts';
import { storeDocument } from '../../support/stored-document.ts';
import { en } from '#src/app/words/en.ts';
import { stepIds } from '#src/features/wizard/steps.ts';

test.use({
  viewport: { width: 390, height: 780 },
  contextOptions: { reducedMotion: 'reduce' },
});

/** By how many pixels the page is wider than the window. */
const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

// Two journeys, so that they run side by side.
for (const steps of [stepIds.slice(0, 3), stepIds.slice(3)]) {
  test(`${steps.join(', ')}: each fits the screen, and nothing covers a focused control`, async ({
    page,
    wizard,
  }) => {
    test.slow();
    await storeDocument(page, richDocument());
    await page.goto('/');
    // Leaving a step shows its problems, which need the most space.
    for (const step of steps) await wizard.goTo(en.step[step].title);
    await wizard.goTo(en.step[steps[0] === 'basics' ? 'review' : 'basics'].title);
    for (const step of steps) {
      await wizard.goTo(en.step[step].title);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.step[step].title);
      await expect(page.getByText(en.part.loading)).toHaveCount(0);
      const parts = step === 'containers' ? Object.values(en.container.sections) : [undefined];
      for (const part of parts) {
        if (part) await page.getByText(part, { exact: true }).click();
        expect(await page.evaluate(overhang), `${part ?? step} fits`).toBe(0);
        const stops = await tabThroughForm(page);
        expect(stops.length, `Tab finds the controls of ${step}`).toBeGreaterThan(1);
        expect(stops.filter((stop) => stop.coveredBy !== undefined)).toEqual([]);
      }
    }
  });
}

test('the JSON opens with one tap and closes again', async ({ page, wizard }) => {
  await page.goto('/');
  await page.getByLabel('Deployment name').fill('edge-web');
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  // The system prefers reduced motion: no animation.
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document
        .getAnimations()
        .map((animation) => Number(animation.effect?.getTiming().duration)),
    ),
  );
  expect(longest).toBeLessThan(1);
  expect(await wizard.preview()).toMatchObject({ name: 'edge-web' });
  expect(await page.evaluate(overhang)).toBe(0);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('region', { name: 'JSON preview' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Next: Target' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Target' })).toBeVisible();
});
