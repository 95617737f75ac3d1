import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { type, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from './Field.tsx';

const limits = ['deployment', 'template', 'containers', 0, 'resources', 'limits'];
const cpu = [...limits, 'cpu'];
const memory = [...limits, 'memory'];

async function renderAmounts() {
  const fields = [cpu, memory].map((path) => <Field key={path.at(-1)} path={path} />);
  const { store } = await renderEditor(initialBody, fields);
  return (path: readonly (string | number)[]) => getIn(store.get(), path);
}

test('an amount is shown in an everyday unit too', async () => {
  const read = await renderAmounts();
  await page.getByLabelText('Memory', { exact: true }).fill('1536');
  await expect.element(page.getByText('= 1.5 GiB')).toBeVisible();
  await page.getByLabelText('CPU').fill('0.25');
  await expect.element(page.getByText('= 250m')).toBeVisible();
  expect([read(cpu), read(memory)]).toEqual(['0.25', '1536']);
});

test.each([
  ['CPU', cpu, '500m', '0.5'],
  ['Memory', memory, '1Gi', '1024'],
])(
  '%s: Enter converts an amount with a unit as one undo step',
  async (label, path, typed, amount) => {
    const read = await renderAmounts();
    const control = page.getByLabelText(label, { exact: true });
    await control.click();
    await type(typed);
    expect(read(path), 'nothing is converted while the user types').toBe(typed);
    await userEvent.keyboard('{Enter}');
    expect(read(path)).toBe(amount);
    await expect.element(control).toHaveFocus();
    await expect.element(control).toHaveValue(amount);
    await undo();
    expect(read(path)).toBe(typed);
  },
);

test('one click converts an amount with a unit', async () => {
  const read = await renderAmounts();
  await page.getByLabelText('Memory', { exact: true }).fill('2Gi');
  await page.getByLabelText('CPU').click();
  await page.getByRole('button', { name: /2048/ }).click();
  expect(read(memory)).toBe('2048');
});

test('Ctrl+Enter, which creates, converts nothing', async () => {
  const read = await renderAmounts();
  await page.getByLabelText('CPU').fill('500m');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(read(cpu)).toBe('500m');
});

test('Enter leaves a plain amount unchanged', async () => {
  const read = await renderAmounts();
  await page.getByLabelText('CPU').fill('0.5');
  await userEvent.keyboard('{Enter}');
  expect(read(cpu)).toBe('0.5');
});
