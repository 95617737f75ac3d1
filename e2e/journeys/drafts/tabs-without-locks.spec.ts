import type { BrowserContext, Page } from '@playwright/test';
import { browserArgs } from '../../bench/browser-args.ts';
import { expect, test as base } from '../../support/fixtures.ts';
import { freePort, startServer } from '../../support/running-servers.ts';
import { storeRaw } from '../../support/stored-document.ts';

/** Not a loopback name: its pages have no Web Locks over plain HTTP. */
const HOST = 'builder.test';

const test = base.extend<object, { plainHttp: string }>({
  plainHttp: [
    async ({}, use) => {
      const port = await freePort();
      const server = await startServer([], { ALLOWED_HOSTS: `${HOST}:${port}` }, port);
      await use(`http://${HOST}:${port}`);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});
test.use({
  // The browser logs these for any page over plain HTTP.
  expectedNoise: /Cross-Origin-Opener-Policy|Origin-Agent-Cluster/,
  baseURL: async ({ plainHttp }, use) => use(plainHttp),
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...browserArgs, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    }),
});

const nameOf = (page: Page) => page.getByLabel('Deployment name');
const waitUntilSaved = (page: Page) =>
  expect(page.getByText('Saved in this browser')).toBeVisible();
const newerVersion = 'Another tab has stored a newer version of this document.';

async function openTwo(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('/');
  expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
  await nameOf(page).fill('edge');
  await waitUntilSaved(page);
  const second = await context.newPage();
  await second.goto('/');
  await expect(nameOf(second)).toHaveValue('edge');
  return second;
}

test('without Web Locks, two tabs that edit one document keep both versions and say so', async ({
  page,
  context,
}) => {
  const second = await openTwo(page, context);
  await nameOf(second).fill('second-tab');
  await waitUntilSaved(second);
  // The first tab says so before any edit in it.
  await expect(
    page.getByText(`${newerVersion} If you edit here, this tab continues`),
  ).toBeVisible();
  await nameOf(page).fill('first-tab');
  await expect(page.getByText(`${newerVersion} This tab continues with a copy.`)).toBeVisible();
  await waitUntilSaved(page);
  await expect(page.getByText('This browser refuses')).toHaveCount(0);

  // Each tab continues with its own version.
  await page.reload();
  await expect(nameOf(page)).toHaveValue('first-tab');
  await nameOf(page).fill('first-tab-2');
  await nameOf(second).fill('second-tab-2');
  await page.reload();
  await second.reload();
  await expect(nameOf(page)).toHaveValue('first-tab-2');
  await expect(nameOf(second)).toHaveValue('second-tab-2');
});

test('without Web Locks, a tab without edits can load the newer version', async ({
  page,
  context,
}) => {
  const second = await openTwo(page, context);
  await nameOf(second).fill('second-tab');
  await page.getByRole('button', { name: 'Load the newer version' }).click();
  await expect(nameOf(page)).toHaveValue('second-tab');
  await expect(page.getByText(newerVersion)).toHaveCount(0);
  // Now the second tab is outdated; its edits become a copy.
  await nameOf(page).fill('first-tab');
  await expect(second.getByText(newerVersion)).toBeVisible();
  await nameOf(second).fill('second-tab-2');
  await expect(second.getByText('This tab continues with a copy.')).toBeVisible();
  await second.getByRole('button', { name: 'Open the other version' }).click();
  await expect(nameOf(second)).toHaveValue('first-tab');
  await second.getByRole('button', { name: 'Open the other version' }).click();
  await expect(nameOf(second)).toHaveValue('second-tab-2');
});

test('without Web Locks, the last edits of a closed tab do not overwrite those of another tab', async ({
  page,
}) => {
  const head = { version: 2, revision: 7, savedAt: 2, writer: 'b', base: 5 };
  const unsaved = { id: 'first', ...head, revision: 6, savedAt: 1, writer: 'a', base: 5 };
  await storeRaw(page, [{ id: 'first', head, text: '{"name":"second-tab"}' }], {
    first: JSON.stringify({ ...unsaved, text: '{"name":"first-tab"}' }),
  });
  await page.evaluate(() => sessionStorage.setItem('ief-builder.document', 'first'));
  await page.goto('/');
  await expect(nameOf(page)).toHaveValue('first-tab');
  await expect(page.getByText(`${newerVersion} This tab continues with a copy.`)).toBeVisible();
  await page.getByRole('button', { name: 'Open the other version' }).click();
  await expect(nameOf(page)).toHaveValue('second-tab');
});
