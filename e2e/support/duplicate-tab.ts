import type { BrowserContext, Page } from '@playwright/test';

/** Opens a tab as “Duplicate tab” of the browser does: it has the session storage of a tab with the first document. */
export async function duplicateTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const key = 'ief-builder.document';
    if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, 'first');
  });
  return page;
}
