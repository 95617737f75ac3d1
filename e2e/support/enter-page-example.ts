import type { WizardDriver } from './fixtures.ts';

/** Enters the request example of the API page into the empty form, through visible controls only. */
export async function enterPageExample(wizard: WizardDriver): Promise<void> {
  const { page } = wizard;
  await page.getByLabel('Deployment name').fill('app');
  await page.getByLabel('Description').fill('this is a test app');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Tag key').fill('app');
  await page.getByLabel('Tag value').fill('test');
  await page.getByRole('button', { name: 'Next: Target' }).click();
  await page.getByLabel('Edge node', { exact: true }).fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  await page.getByRole('button', { name: 'Next: Containers' }).click();
  await page.getByLabel('Image').fill('nginx:alpine');
  await wizard.goTo('Resources');
  for (const side of ['Limits', 'Requests']) {
    await page.getByRole('group', { name: side }).getByLabel('CPU').fill('0.25');
    await page.getByRole('group', { name: side }).getByLabel('Memory', { exact: true }).fill('500');
  }
  await wizard.goTo('Scheduling');
  await page.getByLabel('Host network').check();
  await page.getByLabel('Host PID namespace').check();
  await page.getByLabel('Toleration time').fill('300');
}
