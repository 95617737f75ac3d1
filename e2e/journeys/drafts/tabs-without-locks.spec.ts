import type { BrowserContext, Page } from '@playwright/test';
import { browserArgs } from '../../bench/browser-args.ts';
import { expect, test as base } from '../../support/fixtures.ts';
import { freePort, startServer } from '../../support/running-servers.ts';
import { storeRaw } from '../../support/stored-document.ts';

/** A name that is no loopback: over plain http its pages have no Web Locks. */
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
  // What the browser says of any page over plain http.
  expectedNoise: /Cross-Origin-Opener-Policy|Origin-Agent-Cluster/,
  baseURL: async ({ plainHttp }, use) => use(plainHttp),
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...browserArgs, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    }),
});

const nameOf = (page: Page) => page.getByLabel('Deployment name');
const isSaved = (page: Page) => expect(page.getByText('Saved in this browser')).toBeVisible();
const newer = 'Another tab has stored a newer version of this document.';

async function openTwo(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('/');
  expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
  await nameOf(page).fill('edge');
  await isSaved(page);
  const second = await context.newPage();
  await second.goto('/');
  await expect(nameOf(second)).toHaveValue('edge');
  return second;
}

test('without Web Locks, two tabs that edit one document keep both texts and say so', async ({
  page,
  context,
}) => {
  const second = await openTwo(page, context);
  await nameOf(second).fill('second-tab');
  await isSaved(second);
  // The first tab knows before it is typed into.
  await expect(page.getByText(`${newer} If you edit here, this tab continues`)).toBeVisible();
  await nameOf(page).fill('first-tab');
  await expect(page.getByText(`${newer} This tab continues with a copy.`)).toBeVisible();
  await isSaved(page);
  await expect(page.getByText('This browser refuses')).toHaveCount(0);

  // Each goes on with its own text.
  await page.reload();
  await expect(nameOf(page)).toHaveValue('first-tab');
  await nameOf(page).fill('first-tab-2');
  await nameOf(second).fill('second-tab-2');
  await page.reload();
  await second.reload();
  await expect(nameOf(page)).toHaveValue('first-tab-2');
  await expect(nameOf(second)).toHaveValue('second-tab-2');
});

test('without Web Locks, a tab that was not edited loads the newer version', async ({
  page,
  context,
}) => {
  const second = await openTwo(page, context);
  await nameOf(second).fill('second-tab');
  await page.getByRole('button', { name: 'Load the newer version' }).click();
  await expect(nameOf(page)).toHaveValue('second-tab');
  await expect(page.getByText(newer)).toHaveCount(0);
  // Now it is the other one that is behind, and what it holds besides is kept as a copy.
  await nameOf(page).fill('first-tab');
  await expect(second.getByText(newer)).toBeVisible();
  await nameOf(second).fill('second-tab-2');
  await expect(second.getByText('This tab continues with a copy.')).toBeVisible();
  await second.getByRole('button', { name: 'Open the other version' }).click();
  await expect(nameOf(second)).toHaveValue('first-tab');
  await second.getByRole('button', { name: 'Open the other version' }).click();
  await expect(nameOf(second)).toHaveValue('second-tab-2');
});

test('without Web Locks, the last edits of a closed tab do not replace those of another', async ({
  page,
}) => {
  const head = { version: 2, revision: 7, savedAt: 2, writer: 'b', base: 5 };
  const left = { id: 'first', ...head, revision: 6, savedAt: 1, writer: 'a', base: 5 };
  await storeRaw(page, [{ id: 'first', head, text: '{"name":"second-tab"}' }], {
    first: JSON.stringify({ ...left, text: '{"name":"first-tab"}' }),
  });
  await page.evaluate(() => sessionStorage.setItem('ief-builder.document', 'first'));
  await page.goto('/');
  await expect(nameOf(page)).toHaveValue('first-tab');
  await expect(page.getByText(`${newer} This tab continues with a copy.`)).toBeVisible();
  await page.getByRole('button', { name: 'Open the other version' }).click();
  await expect(nameOf(page)).toHaveValue('second-tab');
});
