import type { Locator, Page } from '@playwright/test';

/** Pastes a text into a control with the keyboard. */
export async function paste(page: Page, control: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await control.focus();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}
