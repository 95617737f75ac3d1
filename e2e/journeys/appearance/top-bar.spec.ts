import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

test('if a language pack is missing, a notice offers a reload, and the button works again later', async ({
  page,
}) => {
  await page.goto('/');
  const language = page.getByRole('button', { name: '中文' });
  await expect(language).toBeVisible();
  await page.waitForLoadState('networkidle');
  // As after a server update: the server returns 404 for a file it no longer has.
  const missingUrl = new URL('/assets/zh-gone.js', page.url()).href;
  await page.route(/\/assets\/zh-[^/]*\.js$/, (route) => route.continue({ url: missingUrl }));
  await language.click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('中文 could not be loaded.');
  await expect(notice.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Basics');
  await page.unroute(/\/assets\/zh-[^/]*\.js$/);
  await language.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('基本信息');
});

test('the tab title contains the deployment name, in both languages', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle('Untitled deployment · IEF Deployment Builder');
  await page.getByLabel('Deployment name').fill('edge-web');
  await expect(page).toHaveTitle('edge-web · IEF Deployment Builder');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveTitle('edge-web · IEF 应用部署生成器');
  await page.getByRole('button', { name: '新建' }).click();
  await expect(page).toHaveTitle('未命名应用部署 · IEF 应用部署生成器');
  await page.goto('/nowhere');
  await expect(page).toHaveTitle('IEF 应用部署生成器');
});

for (const width of [360, 390, 1440]) {
  test(`at ${width} px the top bar fits all buttons and shortens a long name`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await storeDocument(page, goodBody({ name: 'a-very-long-name-of-a-deployment'.repeat(8) }));
    await page.goto('/new/basics');
    const bar = page.getByRole('banner');
    for (const [undo, redo, other] of [
      ['Undo', 'Redo', '中文'],
      ['撤销', '重做', 'English'],
    ] as const) {
      const buttons = bar.getByRole('button');
      await expect(bar.getByRole('button', { name: undo })).toBeVisible();
      await expect(bar.getByRole('button', { name: redo })).toBeVisible();
      const boxes = await buttons.evaluateAll((all) =>
        all.map((button) => {
          const { left, right, height } = button.getBoundingClientRect();
          // A wrapped label makes its button higher.
          return { left, right, height, isCut: button.scrollWidth > button.clientWidth + 1 };
        }),
      );
      let previousRight = 0;
      for (const { left, right, height, isCut } of boxes) {
        expect(left).toBeGreaterThanOrEqual(previousRight - 0.5);
        expect(right).toBeLessThanOrEqual(width + 0.5);
        expect(height).toBeLessThanOrEqual(41);
        expect(isCut).toBe(false);
        previousRight = right;
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      if (width >= 600) {
        await bar.getByRole('button', { name: other }).click();
        continue;
      }
      // On phones the menu has it.
      await bar.getByRole('button', { name: /^(More|更多)$/ }).click();
      await page.getByRole('menuitem', { name: /^(Switch to Chinese|切换到英文)/ }).click();
      await expect(
        bar.getByRole('button', { name: other === '中文' ? '撤销' : 'Undo' }),
      ).toBeVisible();
    }
  });
}
