import type { Page } from '@playwright/test';
import { countActions } from '../../support/count-actions.ts';
import { expect, test } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';

const variables = [
  ['MODBUS_PORT', '/dev/ttyUSB0'],
  ['MODBUS_BAUD', '9600'],
  ['MODBUS_PARITY', 'N'],
  ['MODBUS_SLAVE_IDS', '1,2,3,7'],
  ['MODBUS_TIMEOUT_MS', '1000'],
  ['POLL_INTERVAL_MS', '500'],
  ['MQTT_HOST', '127.0.0.1'],
  ['MQTT_PORT', '1883'],
  ['MQTT_TOPIC', 'plant1/line1/modbus'],
  ['MQTT_QOS', '1'],
  ['BUFFER_SIZE', '10000'],
  ['REGISTER_MAP', '/etc/collector/map.csv'],
  ['LOG_LEVEL', 'info'],
  ['TZ', 'Asia/Shanghai'],
] as const;
const node = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';

/** The same gateway took 62 clicks and 771 keys in version 0.1. */
test('a gateway of three containers takes fewer than 35 clicks and 350 keys', async ({
  page,
  wizard,
  projectId,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await wizard.openWith(projectId);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const counts = await countActions(page);

  const { keyboard } = page;
  const label = (name: string) => page.getByLabel(name, { exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const tab = (name: string) => page.getByRole('tab', { name }).click();
  const card = (name: string) =>
    page.getByRole('navigation', { name: 'Containers' }).getByRole('button', { name }).click();
  /** Pastes into the focused field and accepts the dialog, whose last button has the focus. */
  const pasteRows = async (text: string) => {
    await copy(page, text);
    await keyboard.press('Control+v');
    await expect(page.getByRole('dialog').getByRole('button').last()).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };

  await test.step('name and node', async () => {
    await label('Deployment name').click();
    await keyboard.type('modbus-gateway');
    await press('Next: Target');
    await page.getByText('sz-plant1-gateway-01').click();
    await press('Next: Containers');
  });

  await test.step('containers', async () => {
    await label('Container name').click();
    for (const [name, image] of [
      ['mosquitto', 'eclipse-mosquitto:2.0.18'],
      ['collector', 'collector:1.4.2'],
      ['dashboard', 'dashboard:0.9.1'],
    ]) {
      if (name !== 'mosquitto') await press('Add container');
      await expect(label('Container name')).toBeFocused();
      await keyboard.press('Control+a');
      await keyboard.type(name!);
      // Over the version to the image.
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await expect(label('Image')).toBeFocused();
      await keyboard.type(image!);
    }
  });

  await test.step('ports and variables', async () => {
    await tab('Ports');
    await press('Add port');
    await pasteRows('8080:80');
    await card('mosquitto');
    await press('Add port');
    await pasteRows('1883:1883');
    await card('collector');
    await tab('Environment');
    await press('Add variable');
    await pasteRows(variables.map(([name, value]) => `${name}=${value}`).join('\n'));
  });

  await test.step('volumes', async () => {
    await wizard.goTo('Volumes');
    await press('Add volume');
    await pasteRows('/dev/ttyUSB0:/dev/ttyUSB0\n/opt/collector:/etc/collector:ro');
  });

  await test.step('probes', async () => {
    await wizard.goTo('Probes');
    await page.getByText('HTTP request').last().click();
    await label('Port').click();
    await keyboard.type('9100');
    await keyboard.press('Tab');
    await keyboard.type('/healthz');
    await card('dashboard');
    await page.getByText('HTTP request').first().click();
    await label('Port').click();
    await keyboard.type('80');
    await keyboard.press('Tab');
    await keyboard.type('/');
  });

  await test.step('limits', async () => {
    await wizard.goTo('Resources');
    const cpu = page.getByRole('group', { name: 'Limits' }).getByLabel('CPU');
    for (const [name, cores] of [
      ['dashboard', '0.5'],
      ['collector', '1'],
      ['mosquitto', '0.25'],
    ]) {
      if (name !== 'dashboard') await card(name!);
      await cpu.click();
      await keyboard.type(cores!);
    }
  });

  const review = new ReviewPage(page);
  await wizard.goTo('Review');
  await review.submit();
  await expect(page.getByText('modbus-gateway was created').first()).toBeVisible();

  const { clicks, keys } = await counts.read();
  test.info().annotations.push({ type: 'actions', description: `${clicks} clicks, ${keys} keys` });
  expect(clicks).toBeLessThan(35);
  expect(keys).toBeLessThan(350);
  expect(JSON.parse(review.creates[0]!)).toEqual({
    name: 'modbus-gateway',
    node_ids: [node],
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: false, restart_policy: 'Always' },
        containers: [
          {
            name: 'mosquitto',
            image_url: 'eclipse-mosquitto:2.0.18',
            ports: [{ container_port: 1883, host_port: 1883 }],
            resources: { limits: { cpu: '0.25' } },
          },
          {
            name: 'collector',
            image_url: 'collector:1.4.2',
            envs: variables.map(([name, value]) => ({ name, value })),
            volumes: [
              {
                name: 'ttyusb0',
                type: 'hostPath',
                source: '/dev/ttyUSB0',
                destination: '/dev/ttyUSB0',
                read_only: false,
              },
              {
                name: 'collector',
                type: 'hostPath',
                source: '/opt/collector',
                destination: '/etc/collector',
                read_only: true,
              },
            ],
            liveness_probe: { http_get: { port: 9100, path: '/healthz' } },
            resources: { limits: { cpu: '1' } },
          },
          {
            name: 'dashboard',
            image_url: 'dashboard:0.9.1',
            ports: [{ container_port: 80, host_port: 8080 }],
            readiness_probe: { http_get: { port: 80, path: '/' } },
            resources: { limits: { cpu: '0.5' } },
          },
        ],
      },
    },
  });
});

async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}
