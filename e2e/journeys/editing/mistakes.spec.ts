import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';

/** The problem of a control, found like a screen reader does: through aria-describedby. */
async function problemOf(
  page: Page,
  label: string | RegExp,
  within = page.locator('main'),
): Promise<string> {
  const control = within.getByLabel(label, { exact: typeof label === 'string' });
  await expect(control).toHaveAttribute('aria-invalid', 'true');
  const ids = (await control.getAttribute('aria-describedby')) ?? '';
  const issues = ids.split(' ').find((id) => id.endsWith('-issues'));
  expect(issues, `${String(label)} has a problem`).toBeDefined();
  return page.locator(`[id="${issues}"]`).innerText();
}

test('ten mistakes are each reported at their field, and Submit leads to the first', async ({
  page,
  wizard,
  projectId,
}) => {
  await wizard.openWith(projectId);

  // 1 and 2: invalid characters.
  await page.getByLabel('Deployment name').fill('Web_App');
  await page.getByLabel('Description').fill('50% off');
  await page.getByRole('button', { name: 'Add tag' }).click();
  expect(await problemOf(page, 'Deployment name')).toContain('“W” is not allowed here');
  expect(await problemOf(page, 'Description')).toContain('“%” is not allowed here');
  // 3: a tag key that is too long.
  await page.getByLabel('Tag key').fill('k'.repeat(37));
  await page.getByLabel('Tag value').focus();
  expect(await problemOf(page, 'Tag key')).toContain('37 characters, 1 too many. The limit is 36');

  // 4: more replicas than the professional edition allows.
  await wizard.goTo('Target');
  await page.getByLabel('Edge node', { exact: true }).fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  await page.getByLabel('Replicas').fill('3');
  await page.getByLabel('Edge node', { exact: true }).focus();
  expect(await problemOf(page, 'Replicas')).toContain('R08');

  // 5: no image. Reported once the field has lost the focus.
  await wizard.goTo('Containers');
  await expect(page.getByLabel('Image')).toHaveAttribute('aria-invalid', 'false');
  await page.getByLabel('Image').focus();
  await page.getByLabel('Version').focus();
  expect(await problemOf(page, 'Image')).toContain('This is empty');

  // 6: the same variable twice.
  await page.getByText('Environment', { exact: true }).click();
  await page.getByRole('button', { name: 'Add variable' }).click();
  await wizard.row('Variable 1').getByLabel('Name').fill('PORT');
  await page.getByRole('button', { name: 'Add variable' }).click();
  await wizard.row('Variable 2').getByLabel('Name').fill('PORT');
  await wizard.row('Variable 2').getByLabel('Value').focus();
  expect(await problemOf(page, 'Name', wizard.row('Variable 2'))).toContain('R19');

  // 7: a port out of range, kept as typed.
  await page.getByText('Ports', { exact: true }).click();
  await page.getByRole('button', { name: 'Add port' }).click();
  await wizard.row('Port 1').getByLabel('Container port').fill('70000');
  await wizard.row('Port 1').getByLabel('Host port', { exact: true }).fill('80x');
  await wizard.row('Port 1').getByLabel('Host IP').focus();
  expect(await problemOf(page, 'Container port', wizard.row('Port 1'))).toContain(
    '70000 is out of range',
  );
  // 8: a port that is not a number.
  expect(await problemOf(page, 'Host port', wizard.row('Port 1'))).toContain(
    '“80x” is not an integer',
  );

  // 9: a mount path that is not absolute.
  await wizard.goTo('Volumes');
  await page.getByRole('button', { name: 'Add volume' }).click();
  await page.getByLabel('Volume name').fill('data');
  await page.getByLabel('Path on the node').fill('/srv/data');
  await page.getByLabel('Mount path').fill('data');
  await page.getByLabel('Volume name').focus();
  expect(await problemOf(page, 'Mount path')).toContain('Starts with a slash');

  // 10: a request above its limit.
  await wizard.goTo('Resources');
  await page.getByRole('group', { name: 'Limits' }).getByLabel('CPU').fill('0.50');
  await page.getByRole('group', { name: 'Requests' }).getByLabel('CPU').fill('0.6');
  await page.getByRole('group', { name: 'Requests' }).getByLabel('CPU').blur();
  expect(await problemOf(page, 'CPU', page.getByRole('group', { name: 'Requests' }))).toContain(
    'R24',
  );

  await wizard.goTo('Review');
  const problems = page.getByRole('region', { name: '10 problems to fix' });
  await expect(problems.getByRole('button')).toHaveCount(10);
  await page.getByRole('button', { name: /^Create on/ }).click();
  await expect(page).toHaveURL(/\/new\/basics$/);
  await expect(page.getByLabel('Deployment name')).toBeFocused();

  // Each list entry leads to its field, through step, container and section.
  await wizard.goTo('Review');
  await problems.getByRole('button', { name: /Variable PORT › Name/ }).click();
  await expect(wizard.row('Variable 2').getByLabel('Name')).toBeFocused();

  const listed = await page.request.get(`/ief/mock/v3/${projectId}/edgemgr/deployments`);
  expect(await listed.json()).toMatchObject({ count: 0 });
});

test('mistake 12: going back and forth between steps, views, languages and tabs loses nothing', async ({
  page,
  wizard,
  projectId,
}) => {
  await wizard.openWith(projectId);
  await page.getByLabel('Deployment name').fill('edge-web');
  await page.getByLabel('Description').fill('kept ');
  await wizard.goTo('Containers');
  await page.getByLabel('Image').fill('nginx');
  await page.getByText('Environment', { exact: true }).click();
  await page.getByRole('button', { name: 'Add variable' }).click();
  await wizard.row('Variable 1').getByLabel('Name').fill('A');
  await wizard.row('Variable 1').getByLabel('Value').fill('1 = 2');
  const text = await wizard.previewText();
  expect(text).toContain('1 = 2');
  for (let round = 0; round < 5; round++) {
    for (const step of ['Basics', 'Review', 'Target']) await wizard.goTo(step);
    await page.goBack();
    await page.goForward();
    await page.getByRole('button', { name: 'Edit as text' }).click();
    await expect(page.getByRole('textbox', { name: 'JSON editor' })).toContainText('1 = 2');
    await page.getByRole('button', { name: 'Close editor' }).click();
  }
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  const other = await page.context().newPage();
  await other.goto('/icon.svg');
  await page.bringToFront();
  expect(await wizard.previewText()).toBe(text);
  await wizard.goTo('Containers');
  await page.getByText('Environment', { exact: true }).click();
  await expect(wizard.row('Variable 1').getByLabel('Value')).toHaveValue('1 = 2');
});
