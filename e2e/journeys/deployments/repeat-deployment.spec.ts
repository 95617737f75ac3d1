import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import { enterToken, test } from '../../support/live-fixtures.ts';
import { goodBody } from '../../support/stored-document.ts';

test('at a live target, an image is changed, rolled back from the requests, and the deployment is cloned', async ({
  page,
  wizard,
  live,
}) => {
  const ports = [{ container_port: 80, host_port: 8080, host_ip: '10.20.1.11' }];
  const created = await live.ask('POST', '', goodBody({ container: { ports } }));
  const path = `/${created.json.id}`;
  const liveImage = async () =>
    (await live.ask('GET', path)).json.template.containers[0]?.image_url;
  await live.open(`/deployments${path}`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await enterToken(page);
  const choose = async (action: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };

  await choose('Change image');
  await page.getByLabel('Image of “web”').fill('nginx:1.27');
  await page.getByRole('button', { name: 'Review the update' }).click();
  await expect(page.getByRole('button', { name: 'Node check script' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Deploy to several nodes' })).toHaveCount(0);
  await expect(page.getByText(/^This edit was restored/)).toHaveCount(0);
  const update = async () => {
    await page.getByRole('button', { name: 'Update', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Update' }).click();
  };
  await update();
  await expect(page.getByText('Updated', { exact: true })).toBeVisible();
  expect(await liveImage()).toBe('nginx:1.27');

  await page.getByRole('button', { name: 'View deployment' }).click();
  await page.getByRole('link', { name: 'Requests' }).click();
  await page.getByRole('button', { name: 'Details of “edge-web”' }).click();
  await page.getByRole('button', { name: 'Compare with the live deployment' }).click();
  await expect(page.getByText('The live deployment is still what was sent.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Roll back' }).click();
  await update();
  await expect(page.getByText('Updated', { exact: true })).toBeVisible();
  expect(await liveImage()).toBe('nginx:alpine');

  await page.getByRole('button', { name: 'View deployment' }).click();
  await choose('Node check script');
  await expect(page.getByRole('region', { name: 'Script' })).toContainText('check_architecture');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();
  await choose('Clone');
  const clone = page.getByRole('dialog', { name: 'Clone “edge-web”' });
  await expect(clone.getByText('Everything carries over unchanged.')).toBeVisible();
  // To a node group, which only the other edition has. The address of the old node is lost.
  await clone.getByLabel('Edition').selectOption('Platinum');
  await clone.getByLabel('Deploy to').selectOption('Node group');
  await expect(clone.getByText('Host IP 10.20.1.11 is dropped')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await clone.getByRole('button', { name: 'Open as draft' }).click();
  await expect(page).toHaveURL(`${live.url}/new/basics`);
  await expect.poll(() => wizard.preview()).toMatchObject({ name: 'edge-web-2', group_id: '' });
  await expect(
    page.getByRole('button', { name: /Platinum edition.*Open connection/ }),
  ).toBeVisible();
});
