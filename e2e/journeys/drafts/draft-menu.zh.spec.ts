import type { Page } from '@playwright/test';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';

test.use({ locale: 'zh-CN' });

const nameOf = (page: Page) => page.getByLabel('应用部署名称');
const isSaved = (page: Page) => expect(page.getByText('已保存在此浏览器')).toBeVisible();

/** Types a name and waits until it is stored. */
async function enterName(page: Page, name: string): Promise<void> {
  await nameOf(page).fill(name);
  await isSaved(page);
}

async function openMenu(page: Page) {
  await page.getByRole('button', { name: '草稿', exact: true }).click();
  return page.getByRole('dialog', { name: '草稿' });
}

test('drafts are kept, renamed, duplicated, deleted, and read from a file', async ({ page }) => {
  await page.goto('/');
  await enterName(page, 'edge-a');
  let menu = await openMenu(page);
  await menu.getByRole('button', { name: '新建草稿' }).click();
  await expect(nameOf(page)).toHaveValue('');
  await enterName(page, 'edge-b');

  menu = await openMenu(page);
  const rows = menu.getByRole('row');
  await expect(rows.nth(1)).toContainText('edge-b');
  await expect(rows.nth(1)).toContainText('当前标签页');
  await expect(rows.nth(2)).toContainText('edge-a');
  expect(await findViolations(page)).toEqual([]);

  await test.step('a draft can have its own name', async () => {
    await menu.getByRole('button', { name: '重命名 edge-a' }).click();
    await menu.getByRole('textbox', { name: '草稿名称' }).fill('产线一');
    await page.keyboard.press('Enter');
    await expect(rows.nth(2)).toContainText('产线一');
    await menu.getByRole('button', { name: '复制 产线一' }).click();
    await expect(rows).toHaveCount(4);
    await menu.getByRole('button', { name: '删除 产线一（副本）' }).click();
    await expect(rows).toHaveCount(3);
  });

  await test.step('another draft is opened, and a reload keeps it', async () => {
    await menu.getByRole('button', { name: '产线一', exact: true }).click();
    await expect(nameOf(page)).toHaveValue('edge-a');
    await page.reload();
    await expect(nameOf(page)).toHaveValue('edge-a');
  });

  await test.step('all drafts can be downloaded, and read from the file', async () => {
    menu = await openMenu(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      menu.getByRole('button', { name: '全部下载' }).click(),
    ]);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      menu.getByRole('button', { name: '从文件导入' }).click(),
    ]);
    await chooser.setFiles(await download.path());
    await expect(rows).toHaveCount(5);
    await expect(rows.filter({ hasText: '产线一' })).toHaveCount(2);
  });
});

test('deleting the open draft opens an empty one, and can be undone', async ({ page }) => {
  await page.goto('/');
  await enterName(page, 'edge-a');
  const menu = await openMenu(page);
  await menu.getByRole('button', { name: '删除 edge-a' }).click();
  await expect(menu.getByText('还没有草稿。')).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await menu.getByRole('button', { name: 'edge-a', exact: true }).click();
  await expect(nameOf(page)).toHaveValue('edge-a');
});

test('a new tab opens the last draft that no other tab holds, then an empty one', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await enterName(page, 'edge-a');
  const menu = await openMenu(page);
  await menu.getByRole('button', { name: '新建草稿' }).click();
  await enterName(page, 'edge-b');
  const second = await context.newPage();
  await second.goto('/');
  await expect(nameOf(second)).toHaveValue('edge-a');
  await expect(nameOf(second)).toBeEditable();
  const third = await context.newPage();
  await third.goto('/');
  await expect(nameOf(third)).toHaveValue('');
  await expect(nameOf(third)).toBeEditable();
});
