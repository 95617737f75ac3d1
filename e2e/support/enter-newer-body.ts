import type { Locator } from '@playwright/test';
import type { WizardDriver } from './fixtures.ts';

const add = (list: Locator, what: string) =>
  list
    .getByRole('button', { name: `Add ${what}`, exact: true })
    .last()
    .click();
const group = (place: Locator, name: string) => place.getByRole('group', { name, exact: true });

/** Fills an existing, empty match expression. */
async function fillExpression(row: Locator, key: string, operator: string, values: string[] = []) {
  await row.getByLabel('Label key').fill(key);
  await row.getByLabel('Operator').selectOption(operator);
  for (const [index, value] of values.entries()) {
    await add(row, 'value');
    await row.getByRole('textbox', { name: `Value ${index + 1}`, exact: true }).fill(value);
  }
}

async function fillLabels(term: Locator, labels: Record<string, string>) {
  const list = group(term, 'Match labels');
  for (const [index, [key, value]] of Object.entries(labels).entries()) {
    await add(list, 'label');
    await group(list, `Label ${index + 1}`)
      .getByLabel('Label key')
      .fill(key);
    await group(list, `Label ${index + 1}`)
      .getByLabel('Label value')
      .fill(value);
  }
}

async function fillNamespaces(term: Locator, names: string[]) {
  for (const [index, name] of names.entries()) {
    await add(term, 'namespace');
    await term.getByRole('textbox', { name: `Namespace ${index + 1}`, exact: true }).fill(name);
  }
}

async function enterAffinity(main: Locator): Promise<void> {
  const nodes = group(main, 'Node affinity');
  const nodesMust = group(nodes, 'Must hold');
  await add(nodesMust, 'term');
  const first = group(nodesMust, 'Term 1');
  await fillExpression(group(first, 'Expression 1'), 'kubernetes.io/arch', 'In', [
    'arm64',
    'amd64',
  ]);
  await add(first, 'expression');
  await fillExpression(group(first, 'Expression 2'), 'cores', 'Gt', ['4']);
  await add(nodesMust, 'term');
  await fillExpression(group(nodesMust, 'Term 2'), 'gpu', 'Exists');
  const nodesShould = group(nodes, 'Should hold');
  await add(nodesShould, 'preference');
  await nodesShould.getByLabel('Weight').fill('50');
  await fillExpression(nodesShould, 'zone', 'NotIn', ['z3']);

  const affinity = group(main, 'Application affinity');
  const affinityMust = group(affinity, 'Must hold');
  await add(affinityMust, 'term');
  await affinityMust.getByLabel('Topology key').fill('kubernetes.io/hostname');
  await fillLabels(affinityMust, { app: 'cache', 'app.kubernetes.io/part-of': '' });
  await add(affinityMust, 'expression');
  await fillExpression(group(affinityMust, 'Expression 1'), 'release', 'DoesNotExist');
  await fillNamespaces(affinityMust, ['default', 'edge']);
  const affinityShould = group(affinity, 'Should hold');
  await add(affinityShould, 'preference');
  await affinityShould.getByLabel('Weight').fill('1');
  await affinityShould.getByLabel('Topology key').fill('zone');
  await fillLabels(affinityShould, { tier: 'near' });

  const antiAffinity = group(main, 'Application anti-affinity');
  const antiAffinityMust = group(antiAffinity, 'Must hold');
  await add(antiAffinityMust, 'term');
  await antiAffinityMust.getByLabel('Topology key').fill('kubernetes.io/hostname');
  await fillLabels(antiAffinityMust, { app: 'noisy' });
  const antiAffinityShould = group(antiAffinity, 'Should hold');
  await add(antiAffinityShould, 'preference');
  await antiAffinityShould.getByLabel('Weight').fill('100');
  await antiAffinityShould.getByLabel('Topology key').fill('zone');
  await add(antiAffinityShould, 'expression');
  await fillExpression(group(antiAffinityShould, 'Expression 1'), 'app', 'In', ['batch']);
  await fillNamespaces(antiAffinityShould, ['default']);
}

/**
 * Enters `newerBody` into the empty form, through visible controls only. Needs generation 2025 and the
 * platinum edition. Returns the ID of the chosen node group.
 */
export async function enterNewerBody(wizard: WizardDriver): Promise<string> {
  const { page } = wizard;
  const main = page.locator('main');
  await page.getByLabel('Deployment name').fill('edge-vision');
  await page.getByLabel('Source').selectOption({ label: 'Edge market' });
  await wizard.goTo('Target');
  await page.getByText('A node group', { exact: true }).click();
  await group(main, 'Node groups of the instance').getByRole('button').first().click();
  const groupId = await page.getByRole('textbox', { name: 'Node group' }).inputValue();
  await page.getByLabel('Replicas').fill('2');

  await wizard.goTo('Containers');
  await page.getByLabel('Image').fill('nginx:alpine');
  await page.getByLabel('NPU type').selectOption('D310B');
  await page.getByLabel('Run as user').fill('1000');
  await wizard.goTo('Volumes');
  await add(main, 'volume');
  await page.getByLabel('Volume name').fill('conf');
  await page.getByLabel('Type').selectOption('configMap');
  await page.getByLabel('Configmap name').fill('nginx-conf');
  await page.getByLabel('Mount path').fill('/etc/app');
  await page.getByLabel('Default mode').fill('292');
  await wizard.goTo('Resources');
  await group(main, 'Limits').getByLabel('CPU').fill('2');
  for (const side of ['Limits', 'Requests']) {
    await group(main, side).getByLabel('NPU D310', { exact: true }).fill('1');
    await group(main, side).getByLabel('NPU D310B').fill('2');
  }

  await wizard.goTo('Scheduling');
  await page.getByLabel('DNS policy').selectOption('ClusterFirst');
  await page.getByLabel('Migrate on failure').check();
  await enterAffinity(main);
  await page.getByLabel('Ring controller').selectOption('ascend-1980');
  await page.getByLabel('Group for offline recovery').fill(groupId);
  return groupId;
}
