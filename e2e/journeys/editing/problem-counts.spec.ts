import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';
import { openVariables, variables } from '../../support/variables.ts';

const rail = (page: Page) => page.getByRole('navigation', { name: 'Steps' });
const stepLink = (page: Page, step: string) => rail(page).getByRole('link', { name: step });
const count = (page: Page, step: string) => stepLink(page, step).getByRole('img');
const segment = (page: Page, name: RegExp) => page.getByRole('tab', { name });

test('an invalid value counts as an error at once, a missing one only after its field loses the focus', async ({
  page,
}) => {
  const ports = [{ container_port: 80, host_port: 1883 }];
  const conflicting = { name: 'db', image_url: '', ports };
  const body = goodBody({ container: { ports } });
  body.deployment.template.containers.push(conflicting as never);
  await storeDocument(page, body);
  await page.goto('/new/containers');
  await expect(count(page, 'Containers')).toHaveAccessibleName('1 error, 1 to fill in');
  const pills = page.getByRole('navigation', { name: 'Containers' });
  await expect(pills.getByRole('button', { name: 'web', exact: true })).toBeVisible();

  await pills.getByRole('button', { name: 'db 1 error, 1 to fill in' }).click();
  await expect(segment(page, /^Ports 1 error$/)).toBeVisible();
  await expect(segment(page, /^General 1 to fill in$/)).toBeVisible();
  await expect(segment(page, /^Environment$/)).toBeVisible();
  // The count and the field agree.
  await page.getByText('Ports', { exact: true }).click();
  await expect(page.getByText(/Host port 1883 is already used by/)).toBeVisible();

  await page.getByText('General', { exact: true }).click();
  await page.getByLabel('Image').focus();
  await page.getByLabel('Image').blur();
  await expect(segment(page, /^General 1 error$/)).toBeVisible();
  await expect(count(page, 'Containers')).toHaveAccessibleName('2 errors');
});

test('an invalid name counts as an error only after it loses the focus', async ({ page }) => {
  await page.goto('/');
  await expect(count(page, 'Basics')).toHaveAccessibleName('1 to fill in');
  await page.getByLabel('Deployment name').pressSequentially('Edge');
  await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('Edge');
  await expect(count(page, 'Basics')).toHaveAccessibleName('1 to fill in');
  await page.getByLabel('Deployment name').blur();
  await expect(count(page, 'Basics')).toHaveAccessibleName('1 error');
});

test('check marks and error counts survive a reload and are reset by a new document', async ({
  page,
  wizard,
}) => {
  await page.goto('/');
  await page.getByLabel('Deployment name').fill('edge-web');
  await wizard.goTo('Containers');
  await page.getByLabel('Image').focus();
  await page.getByLabel('Container name').focus();
  const basics = stepLink(page, 'Basics');
  await expect(basics).toHaveAccessibleName(/complete/);
  await expect(count(page, 'Containers')).toHaveAccessibleName('1 error');
  await expect(count(page, 'Target')).toHaveAccessibleName('1 to fill in');

  await page.reload();
  await expect(basics).toHaveAccessibleName(/complete/);
  await expect(count(page, 'Containers')).toHaveAccessibleName('1 error');
  await expect(count(page, 'Target')).toHaveAccessibleName('1 to fill in');

  await page.getByRole('button', { name: 'Start new' }).click();
  const expectNoErrors = async () => {
    for (const step of ['Basics', 'Target', 'Containers'])
      await expect(count(page, step)).toHaveAccessibleName('1 to fill in');
  };
  await expectNoErrors();
  await page.reload();
  await expectNoErrors();
});

test('Submit counts missing values as errors, also after a reload', async ({ page }) => {
  await page.goto('/new/review');
  await page.getByRole('button', { name: /^Create/ }).click();
  await expect(count(page, 'Target')).toHaveAccessibleName('1 error');
  await page.reload();
  await expect(count(page, 'Target')).toHaveAccessibleName('1 error');
});

test('the count of a long list leads to its problems one by one', async ({ page }) => {
  const envs = variables(120, 57);
  envs[110] = { name: 'VARIABLE_1', value: 'again' };
  await openVariables(page, envs);
  await expect(segment(page, /^Environment 2 errors$/)).toBeVisible();
  const jump = page.getByRole('button', { name: 'Go to the next problem: 2 errors' });
  await jump.click();
  await expect(
    page.getByRole('group', { name: 'Variable 57', exact: true }).getByLabel('Name'),
  ).toBeFocused();
  await jump.click();
  await expect(
    page.getByRole('group', { name: 'Variable 111', exact: true }).getByLabel('Name'),
  ).toBeFocused();
  // Also if a search hides the row.
  await page.getByRole('searchbox').fill('VARIABLE_3');
  await jump.click();
  await expect(
    page.getByRole('group', { name: 'Variable 57', exact: true }).getByLabel('Name'),
  ).toBeFocused();
});

test('duplicating a container opens the copy with a free name and no host port, and focuses the name', async ({
  page,
}) => {
  const ports = [{ container_port: 80, host_port: 8080 }];
  await storeDocument(page, goodBody({ container: { ports } }));
  await page.goto('/new/containers');
  await page.getByText('Ports', { exact: true }).click();
  await page.getByRole('button', { name: 'Duplicate web' }).click();
  const name = page.getByLabel('Container name');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('web-2');
  const open = page.getByRole('navigation', { name: 'Containers' }).locator('[aria-current]');
  await expect(open).toHaveAccessibleName('web-2 1 to fill in');

  await page.getByRole('button', { name: 'Add container' }).click();
  await expect(name).toHaveValue('container-0');
  await expect(name).toBeFocused();
});
