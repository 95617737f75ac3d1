import type { Page } from '@playwright/test';
import { test } from '../../support/attempts.ts';
import { expect, type WizardDriver } from '../../support/fixtures.ts';
import { holdRequests } from '../../support/hold-requests.ts';
import { staysInPlace } from '../../support/stays-in-place.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';
import { variables } from '../../support/variables.ts';

const envs = [
  { name: 'GOOD', value: '1' },
  { name: '1BAD', value: '2' },
];

/** Corrects the focused invalid name and opens Review. */
async function fixAndReview(page: Page, wizard: WizardDriver): Promise<void> {
  await expect(wizard.row('Variable 2').getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('ALSO_GOOD');
  await wizard.goTo('Review');
}

test('Submit leads to the first problem and sends nothing', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  const body = goodBody({ name: 'edge-web', container: { envs } });
  await review.openWith(projectId, body);
  await expect(page.getByRole('region', { name: '1 problem to fix' })).toBeVisible();
  await review.submit();
  await expect(page).toHaveURL(/\/new\/containers$/);
  const field = wizard.row('Variable 2').getByLabel('Name');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(review.creates).toEqual([]);
});

test('a problem listed in Review is also shown at its field, even in a step not visited before', async ({
  page,
}) => {
  const container = { name: 'BAD_2', envs, resources: { limits: { cpu: 'x' } } };
  await storeDocument(page, goodBody({ container }));
  for (const [index, text] of ['BAD_2', '1BAD', 'x'].entries()) {
    // Reload each time, so that no step was visited before.
    await page.goto('/new/review');
    const list = page.getByRole('region', { name: '3 problems to fix' });
    await list.getByRole('button').nth(index).click();
    await expect(page.locator('input:focus')).toHaveValue(text);
    await expect(page.locator('input:focus')).toHaveAttribute('aria-invalid', 'true');
  }
});

test('a problem leads to its field even if the code of its step and rows loads late', async ({
  page,
  wizard,
  review,
}) => {
  await page.route(/\/assets\/(ContainersStep|WindowedRows).*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await storeDocument(page, goodBody({ container: { envs: variables(60, 57) } }));
  await page.goto('/new/review');
  await expect(review.button).toBeVisible();
  await page
    .getByRole('region', { name: '1 problem to fix' })
    .getByRole('button')
    .first()
    .click({ noWaitAfter: true });
  const field = wizard.row('Variable 57').getByLabel('Name');
  await expect(field).toBeFocused({ timeout: 10_000 });
  await expect(field).toBeInViewport();
});

test('a problem found during a mouse press appears after the click', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ container: { envs } }));
  await review.submit();
  const field = wizard.row('Variable 2').getByLabel('Name');
  await expect(field).toBeFocused();
  await field.fill('ALSO_GOOD');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  const add = page.getByRole('button', { name: 'Add variable', exact: true });
  await add.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await add.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  // A duplicate name: validating the whole document finds it a moment later.
  await field.fill('GOOD');
  await page.mouse.down();
  expect(await staysInPlace(add)).toBe(true);
  expect(await add.boundingBox()).toEqual({ x, y, width, height });
  await page.mouse.up();
  await expect(wizard.row('Variable 3')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});

test('before targets are loaded, Create leads to the first problem, or to the connection dialog', async ({
  page,
  wizard,
  review,
}) => {
  const release = await holdRequests(page, '**/api/targets');
  await storeDocument(page, goodBody({ container: { envs } }));
  await page.goto('/new/review');
  await review.button.click();
  await expect(page).toHaveURL(/\/new\/containers$/);
  await fixAndReview(page, wizard);
  await review.button.click();
  const settings = page.getByRole('dialog', { name: 'Connection' });
  await expect(settings).toBeVisible();
  release();
  await expect(settings.getByLabel('Project ID')).toBeVisible();
  expect(review.creates).toEqual([]);
});

test('if targets load during a mouse press, Create opens the connection dialog and sends nothing', async ({
  page,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody());
  const release = await holdRequests(page, '**/api/targets');
  await page.reload();
  await expect(review.main.getByText('Loading targets from the server…')).toBeVisible();
  const before = (await review.button.boundingBox())!;
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  release();
  await expect(review.main.getByText('Loading targets from the server…')).toHaveCount(0);
  expect(await staysInPlace(review.button)).toBe(true);
  const { x, y } = (await review.button.boundingBox())!;
  expect({ x, y }, 'the button stays under the pointer').toEqual({ x: before.x, y: before.y });
  await page.mouse.up();
  await expect(page.getByRole('dialog', { name: 'Connection' })).toBeVisible();
  expect(review.creates).toEqual([]);
});

test('Create anyway sends the invalid body, and the response leads to its field', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ container: { envs } }));
  const shown = await wizard.previewText();
  await page.getByLabel('Create anyway (1 problem)').check();
  await review.submit();
  await expect(review.fact('Code')).toHaveText('IEF.100013');
  await expect(review.fact('Message')).toHaveText(
    /^deployment\.template\.containers\[0\]\.envs\[1\]\.name: /,
  );
  expect(review.creates).toEqual([shown]);

  await review.panel.getByRole('button', { name: 'Go to the field' }).click();
  await fixAndReview(page, wizard);
  await expect(page.getByText('No problems were found.')).toBeVisible();
  await review.submit();
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
});

/** Invalid bodies, with the path that the mock reports and the field of the page. */
const invalidBodies = [
  {
    what: 'a name with capitals',
    body: goodBody({ name: 'Edge' }),
    path: 'name',
    code: 'IEF.100012',
    field: 'Deployment name',
  },
  {
    what: 'a port that is not a number',
    body: goodBody({ container: { ports: [{ container_port: '80x', host_port: 8080 }] } }),
    path: 'deployment.template.containers[0].ports[0].container_port',
    code: 'MOCK.400108',
    field: 'Container port',
  },
  {
    what: 'more replicas than the edition allows (R08)',
    body: goodBody({ replicas: 3 }),
    path: 'deployment.replicas',
    code: 'MOCK.400103',
    field: 'Replicas',
  },
];

for (const { what, body, path, code, field } of invalidBodies) {
  test(`page and mock report ${what} at the same field`, async ({
    page,
    wizard,
    review,
    projectId,
  }) => {
    await review.openWith(projectId, body);
    await review.submit();
    await expect(page.getByLabel(field, { exact: true })).toBeFocused();
    await wizard.goTo('Review');
    await page.getByLabel('Create anyway (1 problem)').check();
    await review.submit();
    await expect(review.fact('Code')).toHaveText(code);
    expect((await review.fact('Message').innerText()).split(': ')[0]).toBe(path);
    await review.panel.getByRole('button', { name: 'Go to the field' }).click();
    await expect(page.getByLabel(field, { exact: true })).toBeFocused();
    expect(await review.deploymentsOf(projectId)).toEqual([]);
  });
}
