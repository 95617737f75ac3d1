import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { goodBody } from '../../support/stored-document.ts';

test('an image is changed, rolled back from the requests, and the deployment is cloned', async ({
  page,
  wizard,
  projectId,
}) => {
  const path = `/ief/mock/v3/${projectId}/edgemgr/deployments`;
  const headers = { 'X-Ief-Builder': '1' };
  const created = await page.request.post(path, { headers, data: goodBody() });
  const { id } = (await created.json()) as { id: string };
  const liveImage = async () => {
    const live = await (await page.request.get(`${path}/${id}`)).json();
    return live.template.containers[0].image_url as string;
  };
  await wizard.openWith(projectId);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.goto(`/deployments/${id}`);
  const choose = async (action: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };

  await choose('Change image');
  await page.getByLabel('Image of “web”').fill('nginx:1.27');
  await page.getByRole('button', { name: 'Review the update' }).click();
  const update = page.getByRole('button', { name: 'Update', exact: true });
  await update.click();
  await expect(page.getByText('Updated', { exact: true })).toBeVisible();
  expect(await liveImage()).toBe('nginx:1.27');

  await page.getByRole('button', { name: 'View deployment' }).click();
  await page.getByRole('link', { name: 'Requests' }).click();
  await page.getByRole('button', { name: 'Details of “edge-web”' }).click();
  await page.getByRole('button', { name: 'Compare with the live deployment' }).click();
  await expect(page.getByText('The live deployment is still what was sent.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Roll back' }).click();
  await update.click();
  await expect(page.getByText('Updated', { exact: true })).toBeVisible();
  expect(await liveImage()).toBe('nginx:alpine');

  await page.getByRole('button', { name: 'View deployment' }).click();
  await choose('Node check script');
  await expect(page.getByRole('region', { name: 'Script' })).toContainText('check_architecture');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();
  await choose('Clone');
  await expect(page.getByText('Everything carries over unchanged.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open as draft' }).click();
  await expect(page).toHaveURL('/new/basics');
  await expect.poll(() => wizard.preview()).toMatchObject({ name: 'edge-web-2' });
});
