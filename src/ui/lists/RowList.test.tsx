import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { focus, focusEnd, redo, type, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { RowList } from './RowList.tsx';

const path = ['tags'];
const item = { en: 'Tag', zh: '标签' };

const tags = (
  <RowList
    path={path}
    label={{ en: 'Tags', zh: '标签' }}
    item={item}
    createRow={() => ({ key: '', value: '' })}
    layout="card"
    rowHeight={100}
    empty="No tags yet."
  >
    {(row) => (
      <>
        <Field path={[...row, 'key']} />
        <Field path={[...row, 'value']} />
      </>
    )}
  </RowList>
);

async function renderTags(keys: readonly string[], options?: { readOnly: boolean }) {
  const rows = keys.map((key) => ({ key, value: key.toUpperCase() }));
  const document = keys.length === 0 ? initialBody : setIn(initialBody, path, rows);
  const view = await renderEditor(document, tags, options);
  const read = () =>
    (getIn(view.store.get(), path) as readonly { key: string }[] | undefined)?.map(
      (row) => row.key,
    );
  return { ...view, read };
}

const row = (name: string) => page.getByRole('group', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const keyOf = (name: string) => row(name).getByLabelText('Tag key');
const undoInNotice = (words: string) =>
  page.getByRole('alert').filter({ hasText: words }).getByRole('button', { name: 'Undo' }).click();

describe('a row', () => {
  test('is added with the focus in its first field, and the count grows', async () => {
    const { read } = await renderTags([]);
    await expect.element(page.getByText('No tags yet.')).toBeVisible();
    for (const [at, key] of ['a', 'b'].entries()) {
      await button('Add tag').click();
      await expect.element(keyOf(`Tag ${at + 1}`)).toHaveFocus();
      await type(key);
    }
    expect(read()).toEqual(['a', 'b']);
    await expect.element(page.getByText('2 entries')).toBeVisible();
    await expect.element(page.getByText('No tags yet.')).not.toBeInTheDocument();
  });

  test('that was duplicated is independent of the original', async () => {
    const { read } = await renderTags(['a', 'b']);
    await button('Duplicate Tag 1').click();
    expect(read()).toEqual(['a', 'a', 'b']);
    await keyOf('Tag 2').fill('c');
    expect(read()).toEqual(['a', 'c', 'b']);
    await expect.element(keyOf('Tag 1')).toHaveValue('a');
  });

  test('that is moved keeps the focus on its button, also at the end of the list', async () => {
    const { read } = await renderTags(['a', 'b', 'c']);
    focus(button('Move Tag 3 up'));
    await userEvent.keyboard('{Enter}');
    expect(read()).toEqual(['a', 'c', 'b']);
    await expect.element(button('Move Tag 2 up')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(read()).toEqual(['c', 'a', 'b']);
    await expect.element(button('Move Tag 1 up')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(read(), 'already the first row').toEqual(['c', 'a', 'b']);
    await expect.element(button('Move Tag 1 up')).toHaveFocus();
    await expect.element(keyOf('Tag 1')).toHaveValue('c');
  });

  test('that is removed moves the focus to the next row, then to the add button', async () => {
    const { read, store } = await renderTags(['a', 'b', 'c']);
    focus(button('Remove Tag 2'));
    await userEvent.keyboard('{Enter}');
    expect(read()).toEqual(['a', 'c']);
    await expect.element(button('Remove Tag 2')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Remove Tag 1')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Add tag')).toHaveFocus();
    expect(store.get(), 'removing the last row removes the key').toEqual(initialBody);
  });

  test('keeps its focus and text while rows are inserted above it', async () => {
    const { store, read } = await renderTags(['a', 'b']);
    focusEnd(keyOf('Tag 2'));
    const control = document.activeElement;
    await type('x');
    store.edit(setIn(store.get(), path, [{ key: 'new', value: '' }, ...rowsOf(store.get())]));
    expect(document.activeElement).toBe(control);
    await type('y');
    expect(read()).toEqual(['new', 'a', 'bxy']);
  });
});

describe('undo', () => {
  test('in the notice restores a removed row without reverting later edits', async () => {
    const { read } = await renderTags(['a', 'b', 'c']);
    await button('Remove Tag 2').click();
    await keyOf('Tag 1').fill('typed since');
    await undoInNotice('Tag 2 removed.');
    expect(read()).toEqual(['typed since', 'b', 'c']);
    await expect.element(keyOf('Tag 2')).toHaveValue('b');
  });

  test('with the keyboard dismisses the notice', async () => {
    const { read } = await renderTags(['a', 'b']);
    await button('Remove Tag 1').click();
    await expect.element(page.getByText('Tag 1 removed.')).toBeVisible();
    await undo();
    expect(read()).toEqual(['a', 'b']);
    await expect.element(page.getByText('Tag 1 removed.')).not.toBeInTheDocument();
    await redo();
    expect(read()).toEqual(['b']);
    await expect.element(page.getByText('Tag 1 removed.')).not.toBeInTheDocument();
  });

  test('reverts adding, moving and duplicating one step at a time', async () => {
    const { read } = await renderTags(['a', 'b']);
    await button('Add tag').click();
    await button('Move Tag 1 down').click();
    await button('Duplicate Tag 1').click();
    expect(read()).toEqual(['b', 'b', 'a', '']);
    await undo();
    expect(read()).toEqual(['b', 'a', '']);
    await undo();
    expect(read()).toEqual(['a', 'b', '']);
    await undo();
    expect(read()).toEqual(['a', 'b']);
  });
});

test('a read-only list shows its rows without buttons', async () => {
  await renderTags(['a'], { readOnly: true });
  await expect.element(keyOf('Tag 1')).toHaveValue('a');
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('a value that is not a list is explained and kept', async () => {
  const document = setIn(initialBody, path, 'none');
  const { store } = await renderEditor(document, tags);
  await expect.element(page.getByRole('note')).toHaveTextContent(/Tags.*list/);
  expect(page.getByRole('button').elements()).toEqual([]);
  expect(store.get()).toEqual(document);
});

function rowsOf(document: unknown) {
  return getIn(document as never, path) as never[];
}
