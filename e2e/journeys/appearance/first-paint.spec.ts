import { expect, test } from '../../support/fixtures.ts';
import { holdRequests } from '../../support/hold-requests.ts';

const SKELETON = '#skeleton';

const pathsOf = (paths: readonly Element[]) => paths.map((path) => path.getAttribute('d'));

for (const [locale, colorScheme, width, background] of [
  ['en-US', 'light', 1280, 'rgb(239, 243, 242)'],
  ['zh-CN', 'dark', 1280, 'rgb(14, 19, 20)'],
  ['en-US', 'dark', 390, 'rgb(14, 19, 20)'],
] as const) {
  test.describe(`${locale}, ${colorScheme}, ${width} px`, () => {
    test.use({ locale, colorScheme, viewport: { width, height: 800 } });

    test('the top bar and the step rail do not move when the page replaces the skeleton', async ({
      page,
    }) => {
      const release = await holdRequests(page, /\/assets\/page-.*\.js$/);
      await page.goto('/new/containers', { waitUntil: 'commit' });
      const skeleton = page.locator(SKELETON);
      await expect(skeleton).toHaveCSS('background-color', background);
      // The first contentful paint: it does not wait for any code.
      await expect(skeleton.locator('svg')).toBeVisible();
      const sign = await skeleton.locator('path').evaluateAll(pathsOf);
      const before = [
        await skeleton.locator('.bar').boundingBox(),
        await skeleton.locator('svg').boundingBox(),
        await skeleton.locator('.rail').boundingBox(),
      ];
      release();
      await expect(page.locator('#step-heading')).toBeVisible();
      await expect(skeleton).toBeHidden();
      const product = page.getByRole('banner').locator('svg').first();
      const after = [
        await page.getByRole('banner').boundingBox(),
        await product.boundingBox(),
        await page.getByRole('main').locator('xpath=preceding-sibling::nav').boundingBox(),
      ];
      expect(after).toEqual(before);
      expect(await product.locator('path').evaluateAll(pathsOf)).toEqual(sign);
    });
  });
}

test.describe('with a saved theme', () => {
  test.use({ colorScheme: 'light' });

  test('the skeleton has the saved theme', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('mui-mode', 'dark'));
    const release = await holdRequests(page, /\/assets\/page-.*\.js$/);
    await page.goto('/new/basics', { waitUntil: 'commit' });
    await expect(page.locator(SKELETON)).toHaveCSS('background-color', 'rgb(14, 19, 20)');
    release();
    await expect(page.locator('#step-heading')).toBeVisible();
  });
});

test('the start page has an outline while its code loads', async ({ page }) => {
  const release = await holdRequests(page, /\/assets\/StartHost-.*\.js$/);
  await page.goto('/start');
  const outline = page.getByRole('status', { name: 'Loading…' });
  await expect(outline).toBeVisible();
  expect((await outline.boundingBox())!.height).toBeGreaterThan(200);
  release();
  await expect(page.locator('#step-heading')).toBeVisible();
  await expect(outline).toHaveCount(0);
});

declare global {
  interface Window {
    shifts: number[];
  }
}

// The first step is part of the page. Other steps load after their heading, and the parts of Review one by one.
for (const [path, limit] of [
  ['/', 0],
  ['/new/containers', 0],
  ['/new/review', 0.1],
] as const) {
  test(`loading ${path} causes a layout shift of at most ${limit}`, async ({ page }) => {
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          window.shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // Validation may load long after the step; the counts it adds must not move anything.
    const release = limit === 0 ? await holdRequests(page, /\/assets\/validate-.*\.js$/) : () => {};
    await page.goto(path);
    await expect(page.locator(SKELETON)).toBeHidden();
    await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('container-0');
    if (path === '/new/containers') await expect(page.getByLabel('Image')).toBeVisible();
    release();
    await expect(page.getByRole('navigation').getByRole('img').first()).toBeVisible();
    // Wait for everything that loads after the first step.
    await expect(page.getByRole('button', { name: /Open connection/ })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
    expect(shift).toBeLessThanOrEqual(limit);
  });
}

test.describe('if the code of the page does not load', () => {
  test('the skeleton shows an error, and Reload works', async ({ page }) => {
    await page.route(/\/assets\/page-.*\.js$/, (route) => route.abort());
    await page.goto('/new/basics');
    await expect(page.getByRole('alert')).toContainText('This page could not be loaded');
    await page.unroute(/\/assets\/page-.*\.js$/);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { name: 'Basics' })).toBeVisible();
  });
});
