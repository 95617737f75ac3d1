import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';
import { variables } from '../../support/variables.ts';

/** Three containers; the second has more variables than Review shows at first. */
function threeContainers() {
  const body = goodBody({ container: { ports: [{ container_port: 80, host_port: 8080 }] } });
  const [web] = body.deployment.template.containers;
  const envs: unknown[] = variables(60);
  envs[0] = { name: 'PEM', value: '-----BEGIN-----\nAAAA\nBBBB\n-----END-----' };
  envs[1] = { name: 'PASSWORD', value_from: { secret: { name: 'mqtt', key: 'password' } } };
  const volumes = [{ name: 'logs', type: 'hostPath', source: '/var/log', destination: '/logs' }];
  const dashboard = {
    name: 'dashboard',
    image_url: 'example.com/dashboard:0.9.1',
    ports: [{ container_port: 8088, host_port: 8090 }],
    lifecycle: { hooks: 1 },
  };
  const containers = [
    web,
    { name: 'collector', image_url: 'example.com/c', envs, volumes },
    dashboard,
  ];
  return {
    ...body,
    deployment: { ...body.deployment, template: { ...body.deployment.template, containers } },
  };
}

test('Review shows the values of every container and leads to their fields', async ({ page }) => {
  await storeDocument(page, threeContainers());
  await page.goto('/new/review');
  const card = (name: string) => page.getByRole('region', { name, exact: true });
  const dashboard = card('dashboard');
  await expect(dashboard.getByText('example.com/dashboard:0.9.1')).toBeVisible();
  await expect(
    dashboard.getByRole('table', { name: 'Ports' }).getByRole('row').nth(1),
  ).toContainText('8090');
  await expect(dashboard.getByText('lifecycle')).toBeVisible();

  const collector = card('collector');
  const env = collector.getByRole('table', { name: 'Environment variables' });
  await expect(env.getByRole('row')).toHaveCount(21);
  await expect(env).toContainText('Secret mqtt › password');
  await expect(env.getByText('-----BEGIN-----\nAAAA', { exact: false })).toHaveCSS(
    'white-space',
    'pre-wrap',
  );
  await collector.getByRole('button', { name: 'Show all 60 entries' }).click();
  await expect(env.getByRole('row')).toHaveCount(61);
  await expect(collector.getByRole('table', { name: 'Volumes' })).toContainText('Host path');
  await expect(page.getByRole('main')).not.toContainText('hostPath');

  const target = card('Target');
  await expect(target).not.toContainText('"9ebd8efb');
  await expect(target).toContainText('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  // The state comes from the node list of the mock.
  await expect(target).toContainText('Running');

  await dashboard.getByRole('button', { name: 'Edit Ports of dashboard' }).click();
  await expect(page).toHaveURL(/\/new\/containers$/);
  await expect(page.getByLabel('Host port', { exact: true })).toHaveValue('8090');
});

test('Review fits a narrower window, and the current step stays visible', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await storeDocument(page, threeContainers());
  await page.goto('/new/review');
  await expect(page.getByRole('region', { name: 'dashboard', exact: true })).toBeVisible();
  for (const width of [768, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const edit = page.getByRole('button', { name: 'Edit Basics' });
    const main = page.getByRole('main');
    await expect
      .poll(async () => {
        const [button, column] = [await edit.boundingBox(), await main.boundingBox()];
        return button && column && button.x + button.width <= column.x + column.width;
      })
      .toBe(true);
    expect(
      await main.evaluate((box) => box.scrollWidth <= box.clientWidth),
      `fits ${width} px`,
    ).toBe(true);
    const step = page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('link', { name: 'Review' });
    await expect(step).toBeInViewport({ ratio: 1 });
  }
});
