import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

test.use({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });

test('手机上以 .env 文本编辑环境变量：按行提示问题，命令行和文本编辑均符合 axe 规则', async ({
  page,
}) => {
  const container = {
    envs: [
      { name: 'A', value: '1' },
      { name: 'IP', field_path: 'status.hostIP' },
    ],
    command: ['sh', '-c', 'echo 1'],
  };
  await storeDocument(page, goodBody({ container }));
  await page.goto('/new/containers');
  await page.getByText('命令行', { exact: true }).click();
  expect(await findViolations(page), 'command line').toEqual([]);
  await page.getByRole('tab', { name: '环境变量' }).click();
  await page.getByRole('button', { name: '隐藏变量值' }).click();
  await page.getByRole('button', { name: '以 .env 文本编辑' }).click();
  const text = page.getByRole('textbox', { name: '环境变量文本' });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('A=1');
  await text.fill('A=1\nB');
  await expect(page.getByText('第 2 行 缺少等号')).toBeVisible();
  expect(await findViolations(page), 'env as text').toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
