import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { JsonObject } from '#src/json/value.ts';
import { type } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { AffinitySection } from './AffinitySection.tsx';

const must = 'requiredDuringSchedulingIgnoredDuringExecution';
const affinity = ['deployment', 'template', 'affinity'];
const conditions: JsonObject[] = [
  { key: 'zone', operator: 'In', values: ['z1'] },
  { key: 'gpu', operator: 'Exists' },
];
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** With the mark of required columns and the help. */
const headers = () =>
  [...document.querySelectorAll('[aria-hidden] > div > span')].map(
    ({ textContent }) => textContent,
  );

test('the rules are a table whose rows hold key, operator and values', async () => {
  await page.viewport(1000, 900);
  const path = [...affinity, 'node_affinity'];
  const { store } = await renderEditor(setIn(initialBody, path, conditions), <AffinitySection />);
  expect(headers()).toEqual(['Label key*?', 'Operator*?', 'Values?']);
  const rule = (number: number) =>
    page.getByRole('group', { name: `Affinity rule ${number}`, exact: true });
  const top = (name: string) =>
    rule(1).getByLabelText(name, { exact: true }).element().getBoundingClientRect();
  expect(top('Operator').top).toBe(top('Label key').top);
  expect(top('Value 1').top).toBe(top('Label key').top);
  expect(top('Value 1').height).toBe(40);
  // Without values, a row is one line.
  const height = rule(2).element().getBoundingClientRect().height;
  expect(height).toBeGreaterThanOrEqual(40);
  expect(height).toBeLessThanOrEqual(42);
  await rule(1).getByLabelText('Value 1', { exact: true }).click();
  await userEvent.keyboard('{Enter}');
  await type('z2');
  expect(getIn(store.get(), [...path, 0, 'values'])).toEqual(['z1', 'z2']);
  await button('Remove Value 1').click();
  expect(getIn(store.get(), [...path, 0, 'values'])).toEqual(['z2']);
  // The focus goes to the button of the next row, not to one of a value inside it.
  await button('Remove Affinity rule 2').click();
  await expect.element(button('Remove Affinity rule 1')).toHaveFocus();
});

test('a term is one card, with a table of labels and a table of expressions', async () => {
  await page.viewport(1000, 900);
  const term = {
    topologyKey: 'kubernetes.io/hostname',
    labelSelector: { matchLabels: { app: 'cache' }, matchExpressions: conditions },
  };
  await renderEditor(
    setIn(initialBody, [...affinity, 'podAffinity', must], [term as JsonObject]),
    <AffinitySection />,
    { generation: '2025' },
  );
  expect(headers()).toEqual(['Label key', 'Label value', 'Label key*?', 'Operator*?', 'Values?']);
  const card = page.getByRole('group', { name: 'Term 1', exact: true });
  const label = card.getByRole('group', { name: 'Label 1', exact: true });
  const height = label.element().getBoundingClientRect().height;
  expect(height).toBeGreaterThanOrEqual(40);
  expect(height).toBeLessThanOrEqual(41);
  const { left, right } = card.element().getBoundingClientRect();
  const row = card.getByRole('group', { name: 'Expression 1' }).element().getBoundingClientRect();
  expect(row.left).toBeGreaterThan(left);
  expect(row.right).toBeLessThan(right);
});
