import type { Page } from '@playwright/test';
import { goodBody, storeDocument } from './stored-document.ts';

/** `count` variables, one of them with a name that is none. */
export function variables(count: number, brokenRow?: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: index + 1 === brokenRow ? '57 BAD' : `VARIABLE_${index + 1}`,
    value: `value ${index + 1}`,
  }));
}

/** Opens the page at the variables of a container that has these. */
export async function openVariables(page: Page, envs: readonly unknown[]): Promise<void> {
  await storeDocument(page, goodBody({ container: { envs } }));
  await page.goto('/new/containers');
  await page.getByText('Environment', { exact: true }).click();
}
