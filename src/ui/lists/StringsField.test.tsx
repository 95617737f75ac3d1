import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { focus, textbox, type, typeAtEnd } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';

const path = ['deployment', 'template', 'containers', 0, 'args'];

async function renderArgs(args: Json) {
  const view = await renderEditor(setIn(initialBody, path, args), <Field path={path} />);
  return { ...view, read: () => getIn(view.store.get(), path) };
}

test('Enter moves to the next entry and adds one after the last', async () => {
  const args = Array.from({ length: 14 }, (_, index) => `--flag-${index + 1}`);
  const { read } = await renderArgs(args);
  await expect.element(textbox('Argument 2')).toBeVisible();
  focus(textbox('Argument 2'));
  for (let next = 3; next <= 14; next++) {
    await userEvent.keyboard('{Enter}');
    await expect.element(textbox(`Argument ${next}`)).toHaveFocus();
  }
  expect(read()).toEqual(args);
  await userEvent.keyboard('{Enter}');
  await expect.element(textbox('Argument 15')).toHaveFocus();
  await type('--last');
  expect(read()).toEqual([...args, '--last']);
});

test('a cleared entry stays, because empty text is a value', async () => {
  const { read } = await renderArgs(['-c', 'true']);
  await textbox('Argument 1').fill('');
  expect(read()).toEqual(['', 'true']);
});

test('an entry that is an object or a list is shown read-only', async () => {
  const args = ['-c', [{ a: 1 }, 'x']];
  const { read } = await renderArgs(args);
  await expect.element(textbox('Argument 2')).toHaveValue('[{"a":1},"x"]');
  await typeAtEnd(textbox('Argument 2'), 'y');
  expect(read()).toEqual(args);
  await typeAtEnd(textbox('Argument 1'), 'y');
  expect(read()).toEqual(['-cy', [{ a: 1 }, 'x']]);
});

test('entries are dragged by their handle', async () => {
  const { read } = await renderArgs(['a', 'b', 'c']);
  // A press before the code is loaded is only a press.
  await import('./drag-rows.ts');
  const handles = [...document.querySelectorAll('[data-row] [aria-hidden]')];
  expect(handles.map(({ textContent }) => textContent)).toEqual(['1', '2', '3']);
  await userEvent.dragAndDrop(page.elementLocator(handles[2]!), page.elementLocator(handles[0]!), {
    targetPosition: { x: 5, y: 3 },
  });
  await expect.poll(read).toEqual(['c', 'a', 'b']);
});

test('is a table: one header row, and rows of 40 px whose text fills its cell', async () => {
  await page.viewport(900, 600);
  await renderArgs(['a', 'b']);
  await expect.element(textbox('Argument 2')).toBeVisible();
  const headers = [...document.querySelectorAll('[aria-hidden] > div > span')];
  expect(headers.map(({ textContent }) => textContent)).toEqual(['Argument']);
  const rows = [...document.querySelectorAll('[data-row]')];
  const heights = rows.map((row) => row.getBoundingClientRect().height);
  expect(heights.every((height) => height >= 40 && height <= 41)).toBe(true);
  expect(textbox('Argument 1').element().getBoundingClientRect().height).toBe(40);
});
