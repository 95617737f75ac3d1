import { ConnectionPanel } from '../../support/connection-panel.ts';
import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

test('a language pack that is gone is said with a way to reload, and the button works again later', async ({
  page,
}) => {
  await page.goto('/');
  const language = page.getByRole('button', { name: '中文' });
  await expect(language).toBeVisible();
  await page.waitForLoadState('networkidle');
  // As after an update of the server: the real server answers 404 for a file that it no longer has.
  const gone = new URL('/assets/zh-gone.js', page.url()).href;
  await page.route(/\/assets\/zh-[^/]*\.js$/, (route) => route.continue({ url: gone }));
  await language.click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The words for 中文 could not be loaded.');
  await expect(notice.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Basics');
  await page.unroute(/\/assets\/zh-[^/]*\.js$/);
  await language.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('基本信息');
});

test('spaces, quotes, names and unseen characters around a pasted ID are named and taken away by one click', async ({
  page,
  projectId,
}) => {
  await page.goto('/');
  const panel = new ConnectionPanel(page);
  await panel.open();
  const project = panel.dialog.getByLabel('Project ID');
  for (const [pasted, words] of [
    [` ${projectId} `, 'Remove the spaces at both ends.'],
    [`"${projectId}"`, 'Remove the quotes.'],
    [
      `project_id: ${projectId}\u200b`,
      'Remove U+200B (zero-width space), remove the name “project_id”.',
    ],
  ] as const) {
    await project.fill(pasted);
    await panel.apply();
    await expect(project).toHaveAccessibleDescription(
      new RegExp(words.replaceAll(/[()+.]/g, '\\$&')),
    );
    await expect(project).toHaveValue(pasted);
    await panel.dialog.getByRole('button', { name: 'Fix it' }).click();
    await expect(project).toHaveValue(projectId);
    await expect(project).toBeFocused();
  }
  await panel.apply();
  await expect(panel.dialog).toHaveCount(0);
  await expect(panel.chip).toHaveAccessibleName(new RegExp(`project ${projectId}`));
});

test('the tab is titled by the document, at every key and in both languages', async ({ page }) => {
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
  test(`at ${width} px the bar holds undo, redo and the rest, and a long name gives way first`, async ({
    page,
  }) => {
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
          // A label that breaks into two lines makes its button higher.
          return { left, right, height, isCut: button.scrollWidth > button.clientWidth + 1 };
        }),
      );
      let last = 0;
      for (const { left, right, height, isCut } of boxes) {
        expect(left).toBeGreaterThanOrEqual(last - 0.5);
        expect(right).toBeLessThanOrEqual(width + 0.5);
        expect(height).toBeLessThanOrEqual(41);
        expect(isCut).toBe(false);
        last = right;
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await bar.getByRole('button', { name: other }).click();
    }
  });
}
