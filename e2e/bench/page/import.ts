import type { Visit } from '../measure/visit.ts';
import type { Claim } from '../report/judge.ts';
import { claimTasks, judgeTasks, type BuiltPage, type TaskSteps } from './task-steps.ts';

const VARIABLES = 11_000;

const steps: TaskSteps = {
  what: 'import of 1 MiB',
  prepare,
  steps: [
    ['paste and convert', paste],
    ['show the changes', ({ page }) => page.getByText(/^Changes\d/).click()],
    ['replace the document', replace],
    ['undo', ({ page }) => page.keyboard.press('Control+Z')],
  ],
};

/** Imports a document of 1 MiB into the built page; true if no task is longer than the budget. */
export async function runImport(where: BuiltPage): Promise<boolean> {
  return judgeTasks(where, steps);
}

/** The budget of the longest task meanwhile. */
export async function claimImport(where: BuiltPage): Promise<readonly Claim[]> {
  return claimTasks(where, steps);
}

async function prepare({ page }: Visit): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Import', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Text to import' }).waitFor();
  await page.evaluate((text) => Object.assign(window, { textToImport: text }), bodyText());
}

async function paste({ page }: Visit): Promise<void> {
  await page.getByRole('textbox', { name: 'Text to import' }).evaluate((area) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', String(Reflect.get(window, 'textToImport')));
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole('button', { name: 'Replace document', disabled: false }).waitFor();
}

async function replace({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Replace document' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

function bodyText(): string {
  const envs = Array.from({ length: VARIABLES }, (_, at) => ({
    name: `SERVICE_VARIABLE_${at}`,
    value: `https://service-${at}.example.com/path`,
  }));
  const configs = { host_network: false, restart_policy: 'Always' };
  const containers = [{ name: 'service', image_url: 'example.com/service:1', envs }];
  const deployment = { replicas: 1, template: { configs, containers } };
  const text = JSON.stringify({ name: 'large', node_ids: [], deployment });
  return text.replaceAll('},{', '},\n{');
}
