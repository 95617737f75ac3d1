import { expect, test } from '../support/fixtures.ts';
import { holdBack } from '../support/hold-back.ts';

const OUTLINE = '#shell';

for (const [locale, colorScheme, heading, ground] of [
  ['en-US', 'light', 'Containers', 'rgb(245, 246, 247)'],
  ['zh-CN', 'dark', '容器', 'rgb(20, 24, 27)'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test('the outline stands where the page will, and goes when its step is there', async ({
      page,
    }) => {
      const letGo = await holdBack(page, /\/assets\/first-.*\.js$/);
      await page.goto('/new/containers', { waitUntil: 'commit' });
      const outline = page.locator(OUTLINE);
      await expect(outline).toHaveCSS('background-color', ground);
      const before = await outline.getByText(heading, { exact: true }).last().boundingBox();
      letGo();
      const title = page.getByRole('heading', { name: heading, exact: true });
      await expect(title).toBeVisible();
      await expect(outline).toHaveCount(0);
      const after = await title.boundingBox();
      expect(after).toEqual(before);
    });
  });
}

declare global {
  interface Window {
    shifts: number[];
  }
}

// The first step comes with the page; others are loaded behind their headings, and the parts of the review one by one.
for (const [address, most] of [
  ['/', 0],
  ['/new/containers', 0],
  ['/new/review', 0.1],
] as const) {
  test(`while ${address} is loaded, no more than ${most} of the page moves`, async ({ page }) => {
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          window.shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // The check of a document may come long after its step: the counts that it puts into the page move nothing.
    const letGo = most === 0 ? await holdBack(page, /\/assets\/validate-.*\.js$/) : () => {};
    await page.goto(address);
    await expect(page.locator(OUTLINE)).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('container-0');
    if (address === '/new/containers') await expect(page.getByLabel('Image')).toBeVisible();
    letGo();
    await expect(page.getByRole('navigation').getByRole('img').first()).toBeVisible();
    // What is loaded behind the first step has come by then.
    await expect(page.getByRole('button', { name: /Open connection/ })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const moved = await page.evaluate(() => window.shifts.reduce((sum, one) => sum + one, 0));
    expect(moved).toBeLessThanOrEqual(most);
  });
}

test.describe('without the code of the page', () => {
  test('it says so, and loads again', async ({ page }) => {
    await page.route(/\/assets\/first-.*\.js$/, (route) => route.abort());
    await page.goto('/new/basics');
    await expect(page.getByRole('alert')).toContainText('This page could not be loaded');
    await page.unroute(/\/assets\/first-.*\.js$/);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { name: 'Basics' })).toBeVisible();
  });
});
