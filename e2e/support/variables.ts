import type { Page } from '@playwright/test';
import { goodBody, storeDocument } from './stored-document.ts';

/** `count` variables; the one in `brokenRow` has an invalid name. */
export function variables(count: number, brokenRow?: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: index + 1 === brokenRow ? '57 BAD' : `VARIABLE_${index + 1}`,
    value: `value ${index + 1}`,
  }));
}

/** Opens the Environment tab of a container with these variables. */
export async function openVariables(page: Page, envs: readonly unknown[]): Promise<void> {
  await storeDocument(page, goodBody({ container: { envs } }));
  await page.goto('/new/containers');
  await page.getByText('Environment', { exact: true }).click();
}
