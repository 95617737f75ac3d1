import type { Locator, Page } from '@playwright/test';

/** Pastes a text by the keyboard into a control, over what is selected or at its caret. */
export async function paste(page: Page, control: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await control.focus();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}
