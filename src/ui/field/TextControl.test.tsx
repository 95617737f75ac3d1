// For the DevTools session.
import type {} from '@vitest/browser-playwright';
import { expect, test } from 'vitest';
import { cdp, page, userEvent, type Locator } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { focus, focusEnd, textbox, type, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';

const container = ['deployment', 'template', 'containers', 0] as const;
const name = [...container, 'name'];
const args = [...container, 'args'];

async function renderField(path: readonly (string | number)[], value: Json) {
  const view = await renderEditor(setIn(initialBody, path, value), <Field path={path} />);
  return { ...view, read: () => getIn(view.store.get(), path) };
}

async function paste(control: Locator, text: string): Promise<void> {
  focus(control);
  await navigator.clipboard.writeText(text);
  await userEvent.paste();
}

const heightOf = (control: Locator) => control.element().getBoundingClientRect().height;

test('the control shows all lines, and grows and shrinks with them', async () => {
  const { read } = await renderField(args, ['-c', 'set -e\necho one\necho two\n']);
  expect(heightOf(textbox('Argument 2'))).toBeGreaterThan(80);
  const oneLine = heightOf(textbox('Argument 1'));
  focusEnd(textbox('Argument 1'));
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  await type('second');
  expect(read()).toEqual(['-c\nsecond', 'set -e\necho one\necho two\n']);
  expect(heightOf(textbox('Argument 1')) - oneLine).toBe(20);
  await undo();
  await undo();
  await expect.element(textbox('Argument 1')).toHaveValue('-c');
  expect(heightOf(textbox('Argument 1'))).toBe(oneLine);
});

test('the document follows each stage of an IME composition', async () => {
  const { read } = await renderField(args, ['a\r\nb\r\n']);
  focusEnd(textbox('Argument 1'));
  for (const stage of ['n', 'ni', 'nih']) {
    await cdp().send('Input.imeSetComposition', {
      text: stage,
      selectionStart: stage.length,
      selectionEnd: stage.length,
    });
    expect(read()).toEqual([`a\r\nb\r\n${stage}`]);
  }
  await cdp().send('Input.insertText', { text: '你好' });
  expect(read()).toEqual(['a\r\nb\r\n你好']);
});

test('pasted lines keep their breaks, with the caret after them', async () => {
  const { read } = await renderField(name, 'web');
  const control = textbox('Container name');
  focusEnd(textbox('Container name'));
  await userEvent.keyboard('{ArrowLeft}');
  await paste(control, '1\r\n2');
  await type('3');
  expect(read()).toBe('we1\n23b');
  await expect.element(control).toHaveValue('we1\n23b');
  await expect.element(control).toHaveFocus();
  await undo();
  await undo();
  await expect.element(control).toHaveValue('web');
});

test('a trailing line break is removed from a paste into one line', async () => {
  const { read } = await renderField(name, '');
  await paste(textbox('Container name'), 'web\n');
  expect(read()).toBe('web');
});

test('lines pasted into an empty entry stay one text, or become one entry each', async () => {
  const { read } = await renderField(args, ['-c']);
  await page.getByRole('button', { name: 'Add argument' }).click();
  await expect.element(textbox('Argument 2')).toHaveFocus();
  await paste(textbox('Argument 2'), '--a=1\n\n--b=2\n');
  expect(read()).toEqual(['-c', '--a=1\n\n--b=2\n']);
  await page.getByRole('button', { name: 'One entry per line' }).click();
  expect(read()).toEqual(['-c', '--a=1', '--b=2']);
  await expect.element(textbox('Argument 2')).toHaveFocus();
});
