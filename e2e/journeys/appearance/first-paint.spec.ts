import { expect, test } from '../../support/fixtures.ts';
import { holdRequests } from '../../support/hold-requests.ts';

const SKELETON = '#skeleton';

for (const [locale, colorScheme, width, ground] of [
  ['en-US', 'light', 1280, 'rgb(245, 246, 247)'],
  ['zh-CN', 'dark', 1280, 'rgb(20, 24, 27)'],
  ['en-US', 'dark', 390, 'rgb(20, 24, 27)'],
] as const) {
  test.describe(`${locale}, ${colorScheme}, ${width} wide`, () => {
    test.use({ locale, colorScheme, viewport: { width, height: 800 } });

    test('bar and rail of the page replace those of the skeleton without moving', async ({
      page,
    }) => {
      const release = await holdRequests(page, /\/assets\/page-.*\.js$/);
      await page.goto('/new/containers', { waitUntil: 'commit' });
      const skeleton = page.locator(SKELETON);
      await expect(skeleton).toHaveCSS('background-color', ground);
      const before = [
        await skeleton.locator('.bar').boundingBox(),
        await skeleton.locator('.rail').boundingBox(),
      ];
      release();
      await expect(page.locator('#step-heading')).toBeVisible();
      await expect(skeleton).toBeHidden();
      const after = [
        await page.getByRole('banner').boundingBox(),
        await page.getByRole('main').locator('xpath=preceding-sibling::nav').boundingBox(),
      ];
      expect(after).toEqual(before);
    });
  });
}

test.describe('a chosen scheme', () => {
  test.use({ colorScheme: 'light' });

  test('is that of the skeleton too', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('mui-mode', 'dark'));
    const release = await holdRequests(page, /\/assets\/page-.*\.js$/);
    await page.goto('/new/basics', { waitUntil: 'commit' });
    await expect(page.locator(SKELETON)).toHaveCSS('background-color', 'rgb(20, 24, 27)');
    release();
    await expect(page.locator('#step-heading')).toBeVisible();
  });
});

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
    const release = most === 0 ? await holdRequests(page, /\/assets\/validate-.*\.js$/) : () => {};
    await page.goto(address);
    await expect(page.locator(SKELETON)).toBeHidden();
    await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('container-0');
    if (address === '/new/containers') await expect(page.getByLabel('Image')).toBeVisible();
    release();
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
    await page.route(/\/assets\/page-.*\.js$/, (route) => route.abort());
    await page.goto('/new/basics');
    await expect(page.getByRole('alert')).toContainText('This page could not be loaded');
    await page.unroute(/\/assets\/page-.*\.js$/);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { name: 'Basics' })).toBeVisible();
  });
});
