import type { Page } from '@playwright/test';

/** Confirms the first create on a live target. */
export async function confirmCreate(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Create a real deployment?' });
  await dialog.getByRole('button', { name: 'Create' }).click();
}
