import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { focus, focusEnd, type, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { RowList } from './RowList.tsx';

const path = ['tags'];

const tags = (
  <RowList
    path={path}
    label={{ en: 'Tags', zh: '标签' }}
    item={{ en: 'Tag', zh: '标签' }}
    createRow={() => ({ key: '', value: '' })}
    layout="table"
    columns={[
      { label: 'Tag key', width: '1fr', isRequired: true },
      { label: 'Tag value', width: '1fr' },
    ]}
    rowHeight={41}
    empty="No tags yet."
  >
    {(row) => (
      <>
        <Field path={[...row, 'key']} hideHelp />
        <Field path={[...row, 'value']} hideHelp />
      </>
    )}
  </RowList>
);

async function renderTags(keys: string, options?: { readOnly: boolean }) {
  const rows = [...keys].map((key) => ({ key, value: key.toUpperCase() }));
  const document = rows.length === 0 ? initialBody : setIn(initialBody, path, rows);
  const view = await renderEditor(document, tags, options);
  const read = () => {
    const list = getIn(view.store.get(), path) as readonly { key: string }[] | undefined;
    return (list ?? []).map((row) => row.key).join('');
  };
  return { ...view, read };
}

const row = (number: number) => page.getByRole('group', { name: `Tag ${number}`, exact: true });
const keyOf = (number: number) => row(number).getByLabelText('Tag key');
const valueOf = (number: number) => row(number).getByLabelText('Tag value');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const checkbox = (number: number) => page.getByRole('checkbox', { name: `Select Tag ${number}` });

describe('a table', () => {
  test('has one header row, and rows of 40 px with a hairline', async () => {
    await page.viewport(900, 600);
    await renderTags('ab');
    const heights = [1, 2].map((number) => row(number).element().getBoundingClientRect().height);
    expect(heights.every((height) => height >= 40 && height <= 41)).toBe(true);
    const headers = [...document.querySelectorAll('[aria-hidden] > div > span')];
    expect(headers.map(({ textContent }) => textContent)).toEqual(['Tag key*', 'Tag value']);
    // The control fills its cell.
    const { top, bottom } = keyOf(1).element().getBoundingClientRect();
    expect(bottom - top).toBe(40);
  });

  test('shows the labels in each row on phones', async () => {
    await page.viewport(390, 800);
    await renderTags('ab');
    await expect.element(row(2).getByText('Tag key')).toBeVisible();
    const key = keyOf(1).element().getBoundingClientRect();
    expect(valueOf(1).element().getBoundingClientRect().top).toBeGreaterThan(key.bottom);
    await page.viewport(900, 600);
  });

  test('shows the problems of a cell below its row, across all cells', async () => {
    await page.viewport(900, 600);
    await renderTags('ab');
    await keyOf(1).fill('a=');
    await valueOf(1).click();
    const line = row(1).getByText(/=/);
    await expect.element(line).toBeVisible();
    const value = valueOf(1).element().getBoundingClientRect();
    expect(line.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(value.bottom);
  });
});

describe('the keyboard', () => {
  test('Enter goes to the next text, then to the next row, and adds one after the last', async () => {
    const { read } = await renderTags('ab');
    focus(keyOf(1));
    for (const next of [() => valueOf(1), () => keyOf(2), () => valueOf(2)]) {
      await userEvent.keyboard('{Enter}');
      await expect.element(next()).toHaveFocus();
    }
    await userEvent.keyboard('{Enter}');
    await expect.element(keyOf(3)).toHaveFocus();
    await type('c');
    expect(read()).toBe('abc');
  });

  test('Ctrl+Enter is left to the page, which creates: it neither moves the focus nor adds a row', async () => {
    const { read, store } = await renderTags('ab');
    const before = store.get();
    const forPage: boolean[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter') forPage.push(!event.defaultPrevented);
    };
    window.addEventListener('keydown', onKey);
    for (const control of [keyOf(1), valueOf(2)]) {
      focus(control);
      await userEvent.keyboard('{Control>}{Enter}{/Control}');
      await expect.element(control).toHaveFocus();
    }
    window.removeEventListener('keydown', onKey);
    expect(forPage).toEqual([true, true]);
    expect(read()).toBe('ab');
    expect(store.get()).toBe(before);
  });

  test('the Enter that ends the composition of an IME, as Safari sends it, stays in the text', async () => {
    const { read } = await renderTags('ab');
    focus(valueOf(2));
    const init = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init));
    await expect.element(valueOf(2)).toHaveFocus();
    expect(read()).toBe('ab');
    await userEvent.keyboard('{Enter}');
    await expect.element(keyOf(3)).toHaveFocus();
  });

  test('Alt+Up and Alt+Down move the row and keep the focus in its text', async () => {
    const { read } = await renderTags('abc');
    focusEnd(keyOf(3));
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(read()).toBe('acb');
    await expect.element(keyOf(2)).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    expect(read(), 'the first row stays first').toBe('cab');
    await expect.element(keyOf(1)).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(read()).toBe('acb');
    await type('x');
    expect(read()).toBe('acxb');
    await undo();
    await undo();
    expect(read()).toBe('cab');
  });
});

describe('selected rows', () => {
  test('are removed together, and undo restores them without reverting later edits', async () => {
    const { read } = await renderTags('abcd');
    await button('Select').click();
    await checkbox(1).click();
    await checkbox(3).click();
    await expect.element(page.getByText('2 selected')).toBeVisible();
    await button('Remove selected').click();
    expect(read()).toBe('bd');
    await expect.element(button('Add tag')).toHaveFocus();
    await expect.element(page.getByRole('checkbox').first()).not.toBeInTheDocument();
    await keyOf(1).fill('B');
    const notice = page.getByRole('alert').filter({ hasText: '2 rows removed.' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    expect(read()).toBe('aBcd');
  });

  test('are duplicated together as one undo step', async () => {
    const { read } = await renderTags('abc');
    await button('Select').click();
    await button('Select all').click();
    await checkbox(2).click();
    await button('Duplicate selected').click();
    expect(read()).toBe('aabcc');
    await button('Done').click();
    await keyOf(2).fill('x');
    expect(read(), 'a copy is independent').toBe('axbcc');
    await undo();
    await undo();
    expect(read()).toBe('abc');
  });

  test('include the rows between two clicks with Shift', async () => {
    await renderTags('abcd');
    await button('Select').click();
    await checkbox(1).click();
    await checkbox(3).click({ modifiers: ['Shift'] });
    await expect.element(page.getByText('3 selected')).toBeVisible();
  });

  test('under a search, a range has only the rows shown', async () => {
    const { read } = await renderTags('bxdbxdbxdf');
    await button('Select').click();
    await page.getByLabelText('Search').fill('b');
    await checkbox(1).click();
    await checkbox(7).click({ modifiers: ['Shift'] });
    await expect.element(page.getByText('3 selected', { exact: true })).toBeVisible();
    await button('Remove selected').click();
    expect(read()).toBe('xdxdxdf');
  });

  test('stay selected under another search, and the count says how many it hides', async () => {
    const { read } = await renderTags('bxdbxdbxdf');
    const count = (text: string) => page.getByText(text, { exact: true });
    await button('Select').click();
    await page.getByLabelText('Search').fill('b');
    await button('Select all').click();
    await expect.element(count('3 selected')).toBeVisible();
    await page.getByLabelText('Search').fill('x');
    await expect.element(count('3 selected, 3 of them hidden by the search')).toBeVisible();
    await button('Select all').click();
    await expect.element(count('6 selected, 3 of them hidden by the search')).toBeVisible();
    await button('Select all').click();
    await expect.element(count('3 selected, 3 of them hidden by the search')).toBeVisible();
    await button('Remove selected').click();
    expect(read()).toBe('xdxdxdf');
  });

  test('leave the focus in the list as they begin and end', async () => {
    await renderTags('ab');
    focus(button('Select'));
    await userEvent.keyboard('{Enter}');
    await expect.element(checkbox(1)).toHaveFocus();
    await expect.element(button('Done')).toBeVisible();
    focus(button('Done'));
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Select')).toHaveFocus();
  });

  test('leave the focus on the add button if nothing can be selected', async () => {
    await renderTags('bxdbxdbxdf');
    await page.getByLabelText('Search').fill('no such row');
    focus(button('Select'));
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Add tag')).toHaveFocus();
  });

  test('are not offered for a single row', async () => {
    await renderTags('a');
    await expect.element(row(1)).toBeVisible();
    await expect.element(button('Select')).not.toBeInTheDocument();
  });

  test('are not offered in a read-only document', async () => {
    await renderTags('ab', { readOnly: true });
    await expect.element(row(2)).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });
});
