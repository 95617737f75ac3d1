import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { PartDialog } from './PartDialog.tsx';

const container = ['deployment', 'template', 'containers', 0] as const;
const body: Json = {
  name: 'web',
  x: { deep: [1, null] },
  deployment: { template: { containers: [{ name: 'a', future: { y: 1 } }] } },
};

async function open(path: readonly (string | number)[]) {
  const onClose = vi.fn<() => void>();
  const view = await renderEditor(body, <PartDialog path={path} onClose={onClose} />);
  return { ...view, onClose, text: view.getByRole('textbox', { name: 'Part as JSON' }) };
}

test('a part is edited as JSON, and only the part changes', async () => {
  const { text, store, getByRole, onClose } = await open([...container, 'future']);
  await expect.element(text).toHaveValue('{\n  "y": 1\n}');
  await text.fill('[1, {"z": ""}]');
  await getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(getIn(store.get(), container)).toEqual({ name: 'a', future: [1, { z: '' }] });
  expect(getIn(store.get(), ['x'])).toBe(getIn(body, ['x']));
  store.undo();
  expect(store.get()).toEqual(body);
});

test('a text that is not JSON, or would change, is refused with its line', async () => {
  const { text, store, getByRole } = await open(['x']);
  await text.fill('{\n"a": }');
  await getByRole('button', { name: 'Save' }).click();
  await expect.element(getByRole('alert')).toHaveTextContent('Line 2: A value is missing here.');
  await text.fill('{"a": 1, "a": 2}');
  await expect.element(getByRole('alert')).toHaveTextContent('appears more than once');
  await text.fill('{"a": 1,\n"b": {"__proto__": 1}}');
  await expect
    .element(getByRole('alert'))
    .toHaveTextContent('Line 2: A key must not be __proto__. Remove it.');
  await text.fill('1}, "b": {');
  await expect.element(getByRole('alert')).toHaveTextContent('Line 1: ');
  expect(store.get()).toEqual(body);
});

test('an unknown part can be removed', async () => {
  const { store, getByRole } = await open(['x']);
  await getByRole('button', { name: 'Remove' }).click();
  expect(Object.keys(store.get() as object)).toEqual(['name', 'deployment']);
});

test('Escape changes nothing', async () => {
  const { text, store, onClose } = await open(['x']);
  await text.fill('1');
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
  expect(store.get()).toEqual(body);
});

test('a card shows only its own members, which keep their place; others are refused', async () => {
  const onClose = vi.fn<() => void>();
  const isMember = (key: string) => key !== 'deployment';
  const { store, getByRole } = await renderEditor(
    body,
    <PartDialog path={[]} isMember={isMember} onClose={onClose} />,
  );
  const text = getByRole('textbox', { name: 'Part as JSON' });
  await expect
    .element(text)
    .toHaveValue(JSON.stringify({ name: 'web', x: { deep: [1, null] } }, null, 2));
  await text.fill('{"name": "web-2", "deployment": {}}');
  await getByRole('button', { name: 'Save' }).click();
  await expect
    .element(getByRole('alert'))
    .toHaveTextContent('“deployment” belongs to another part');
  await text.fill('{"name": "web-2", "y": 1}');
  await getByRole('button', { name: 'Save' }).click();
  expect(JSON.stringify(store.get())).toBe(
    JSON.stringify({ name: 'web-2', y: 1, deployment: getIn(body, ['deployment']) }),
  );
});
