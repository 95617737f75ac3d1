import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { focus, redo, type, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { EntriesField } from './EntriesField.tsx';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const term = ['deployment', 'template', 'affinity', 'podAffinity', required, 0] as const;
const path = [...term, 'labelSelector', 'matchLabels'];
const { matchLabels } =
  affinityGroup.fields.podAffinity.fields[required].row.fields.labelSelector.fields;

const labels = (
  <EntriesField
    path={path}
    spec={matchLabels}
    item={{ en: 'Label', zh: '标签' }}
    empty="No labels."
  />
);

async function renderLabels(value?: Json, options?: { readOnly: boolean }) {
  const base = writeAt(deploymentGroup, initialBody, term, {});
  const document = value === undefined ? base : writeAt(deploymentGroup, base, path, value);
  const view = await renderEditor(document, labels, { generation: '2025', ...options });
  /** The entries in document order; undefined if the key is absent. */
  const read = () => {
    const object = getIn(view.store.get(), path);
    return object === undefined ? undefined : JSON.stringify(object);
  };
  return { ...view, read };
}

const row = (number: number) => page.getByRole('group', { name: `Label ${number}`, exact: true });
const keyOf = (number: number) => row(number).getByRole('textbox', { name: 'Key' });
const valueOf = (number: number) => row(number).getByRole('textbox', { name: 'Value' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('an entry', () => {
  test('is written once something is typed into it, and Enter adds the next one', async () => {
    const { read } = await renderLabels();
    await expect.element(page.getByText('No labels.')).toBeVisible();
    await button('Add label').click();
    await expect.element(keyOf(1)).toHaveFocus();
    expect(read()).toBeUndefined();
    await type('app');
    await userEvent.keyboard('{Enter}');
    await expect.element(valueOf(1)).toHaveFocus();
    await type('web');
    await userEvent.keyboard('{Enter}');
    await expect.element(keyOf(2)).toHaveFocus();
    await type('tier');
    expect(read()).toBe('{"app":"web","tier":""}');
  });

  test('with a duplicate key is kept in the form and not sent until its key changes', async () => {
    const { read } = await renderLabels({ app: 'web' });
    await button('Add label').click();
    await type('app');
    // While it is being typed, a key may equal another one.
    await expect.element(row(2).getByText(/has the same key/)).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await type('db');
    await expect.element(row(2).getByText(/has the same key/)).toBeVisible();
    expect(read()).toBe('{"app":"web"}');
    await keyOf(2).fill('app2');
    expect(read()).toBe('{"app":"web","app2":"db"}');
  });

  test('with the name of an inherited property is an entry like any other', async () => {
    const { read } = await renderLabels();
    await button('Add label').click();
    await type('__proto__');
    await userEvent.keyboard('{Enter}');
    await type('x');
    expect(read()).toBe('{"__proto__":"x"}');
  });

  test('that was imported with a value that is not text is shown read-only', async () => {
    const { read } = await renderLabels({ app: [1] });
    await expect.element(valueOf(1)).toHaveValue('[1]');
    await expect.element(valueOf(1)).toHaveAttribute('readonly');
    expect(read()).toBe('{"app":[1]}');
  });
});

describe('removing an entry', () => {
  test('moves the focus to the next one, then to the add button', async () => {
    const { read } = await renderLabels({ a: '1', b: '2' });
    focus(button('Remove Label 1'));
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Remove Label 1')).toHaveFocus();
    expect(read()).toBe('{"b":"2"}');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Add label')).toHaveFocus();
    expect(read()).toBeUndefined();
  });

  test('can be undone in the notice, unless its key is in use again', async () => {
    const { read } = await renderLabels({ a: '1', b: '2' });
    await button('Remove Label 1').click();
    await keyOf(1).fill('c');
    const notice = page.getByRole('alert').filter({ hasText: 'Label 1 removed.' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    expect(read()).toBe('{"c":"2","a":"1"}');
  });

  test('can be undone and redone with the keyboard', async () => {
    const { read } = await renderLabels({ a: '1', b: '2' });
    await button('Remove Label 2').click();
    await undo();
    expect(read()).toBe('{"a":"1","b":"2"}');
    await expect.element(keyOf(2)).toHaveValue('b');
    await redo();
    expect(read()).toBe('{"a":"1"}');
  });
});

test('typing one key is one undo step', async () => {
  const { read } = await renderLabels({ a: '1' });
  await keyOf(1).click();
  await userEvent.keyboard('{End}');
  await type('pp');
  expect(read()).toBe('{"app":"1"}');
  await undo();
  expect(read()).toBe('{"a":"1"}');
  await expect.element(keyOf(1)).toHaveValue('a');
});

test('a value that is not an object is explained and kept', async () => {
  const { read } = await renderLabels(['a']);
  await expect.element(page.getByRole('note')).toHaveTextContent('is not an object');
  expect(page.getByRole('button').elements()).toEqual([]);
  expect(read()).toBe('["a"]');
});

test('a read-only document shows its entries without buttons', async () => {
  await renderLabels({ a: '1' }, { readOnly: true });
  await expect.element(keyOf(1)).toHaveAttribute('readonly');
  expect(page.getByRole('button').elements()).toEqual([]);
});
