import type { Page } from '@playwright/test';
import { pageRequest } from '#src/domain/deployment/page-examples.ts';
import { expect, test } from '../../support/fixtures.ts';
import { tabTo } from '../../support/focus-driver.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

/** Tabs to a control by its label and types. */
async function typeInto(page: Page, label: string, text: string, within = page.locator('main')) {
  await tabTo(page, within.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

async function press(page: Page, name: string | RegExp, key = 'Enter') {
  await tabTo(page, page.getByRole('button', { name }).first());
  await page.keyboard.press(key);
}

test('the page example can be entered and submitted with the keyboard', async ({
  page,
  wizard,
  projectId,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Basics' })).toBeVisible();

  await press(page, /Open connection/);
  await expect(page.getByRole('dialog', { name: 'Connection' })).toBeVisible();
  await tabTo(page, page.getByLabel('Project ID'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(projectId);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Open connection/ })).toBeFocused();

  await typeInto(page, 'Deployment name', 'app');
  await typeInto(page, 'Description', 'this is a test app');
  await press(page, 'Add tag');
  await expect(page.getByLabel('Tag key')).toBeFocused();
  await page.keyboard.type('app');
  await typeInto(page, 'Tag value', 'test');
  await press(page, 'Next: Target');
  await expect(page.getByRole('heading', { level: 1, name: 'Target' })).toBeFocused();

  // Arrow keys choose within a radio group.
  await tabTo(page, page.getByRole('radio', { name: 'An edge node' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'A node group' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'An edge node' })).toBeChecked();
  await typeInto(page, 'Edge node', '9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  await press(page, 'Next: Containers');
  await typeInto(page, 'Image', 'nginx:alpine');
  for (const step of ['Volumes', 'Probes', 'Resources']) {
    await press(page, `Next: ${step}`);
    await expect(page.getByRole('heading', { level: 1, name: step })).toBeFocused();
  }
  for (const side of ['Limits', 'Requests']) {
    await typeInto(page, 'CPU', '0.25', page.getByRole('group', { name: side }));
    await typeInto(page, 'Memory', '500', page.getByRole('group', { name: side }));
  }
  await press(page, 'Next: Scheduling', 'Space');
  for (const flag of ['Host network', 'Host PID namespace']) {
    await tabTo(page, page.getByRole('switch', { name: flag }));
    await page.keyboard.press('Space');
  }
  await typeInto(page, 'Toleration time', '300');
  expect(await wizard.preview()).toEqual(pageRequest());

  await press(page, 'Next: Review');
  await press(page, /^Create on Embedded mock/);
  await expect(page.getByText('Deployment app was created.')).toBeVisible();
  const answer = await page.request.get(`/ief/mock/v3/${projectId}/edgemgr/deployments`);
  expect(await answer.json()).toMatchObject({ count: 1, deployments: [{ name: 'app' }] });
});

test('a new row gets the focus, also if rows contain lists', async ({ page }) => {
  await page.goto('/new/scheduling');
  const rules = page.getByRole('group', { name: 'Node affinity' });
  await rules.getByRole('button', { name: 'Add affinity rule' }).click();
  for (const index of [1, 2]) {
    await rules.getByRole('button', { name: 'Add value' }).click();
    await expect(rules.getByRole('textbox', { name: `Value ${index}` })).toBeFocused();
  }
  await rules.getByRole('button', { name: 'Add affinity rule' }).click();
  await expect(
    page.getByRole('group', { name: 'Affinity rule 2', exact: true }).getByLabel('Label key'),
  ).toBeFocused();
});

test('Escape closes the dialog and returns the focus', async ({ page }) => {
  await page.goto('/');
  await press(page, /Open connection/);
  await expect(page.getByRole('dialog', { name: 'Connection' })).toBeVisible();
  // The focus stays inside while it is open.
  for (let stops = 0; stops < 12; stops++) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Open connection/ })).toBeFocused();
});

test('removing a container moves the focus to the next open container, or to Add', async ({
  page,
}) => {
  const body = goodBody();
  const { template } = body.deployment;
  await storeDocument(page, {
    ...body,
    deployment: {
      ...body.deployment,
      template: { ...template, init_containers: [{ name: 'first', image_url: 'busybox' }] },
    },
  });
  await page.goto('/new/containers');
  await page.getByRole('button', { name: /first/ }).first().click();
  await page.getByRole('button', { name: 'Remove first', exact: true }).focus();
  await page.keyboard.press('Enter');
  const containers = page.getByRole('navigation', { name: 'Containers', exact: true });
  await expect(containers.getByRole('button', { name: 'web' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove web', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(containers.getByRole('button').first()).toBeFocused();
});
