import { describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { changeLanguage } from '#src/app/words/i18n.ts';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { focus, focusEnd, type, typeAtEnd, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import type { Path } from '#src/json/path.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { RowList } from './RowList.tsx';

const path = ['deployment', 'template', 'containers', 0, 'envs'];

const variables = (
  <RowList
    path={path}
    label={{ en: 'Environment variables', zh: '环境变量' }}
    item={{ en: 'Variable', zh: '变量' }}
    createRow={() => ({ name: '', value: '' })}
    layout="card"
    // Far too low on purpose: the rows are higher once they are measured.
    rowHeight={60}
  >
    {(row) => (
      <>
        <Field path={[...row, 'name']} />
        <Field path={[...row, 'value']} />
      </>
    )}
  </RowList>
);

const namesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `VARIABLE_${index + 1}`);

async function renderVariables(count: number) {
  const rows = namesOf(count).map((name, index) => ({ name, value: `value ${index + 1}` }));
  const view = await renderEditor(setIn(initialBody, path, rows), variables);
  const read = () => getIn(view.store.get(), path) as readonly { name: string; value: string }[];
  const names = () => read().map(({ name }) => name);
  // Wait for the code of long lists.
  if (count > 12) await expect.element(page.getByRole('list')).toBeVisible();
  return { ...view, read, names };
}

const row = (number: number) =>
  page.getByRole('group', { name: `Variable ${number}`, exact: true });
const nameOf = (number: number) => row(number).getByLabelText('Name');
const valueOf = (number: number) => row(number).getByLabelText('Value');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const search = page.getByLabelText('Search');

/** Scrolls until a row is rendered. Rows are measured only then. */
async function scrollTo(number: number, count: number): Promise<void> {
  await expect
    .poll(() => {
      const list = page.getByRole('list').element();
      list.scrollTop = ((number - 1) / count) * list.scrollHeight;
      return row(number).elements();
    })
    .toHaveLength(1);
}

async function expectInView(locator: Locator): Promise<void> {
  await expect
    .poll(() => {
      const list = page.getByRole('list').element().getBoundingClientRect();
      const box = locator.element().getBoundingClientRect();
      return box.bottom > list.top && box.top < list.bottom;
    })
    .toBe(true);
}

describe('a long list', () => {
  test('renders only the rows in view and shows the total count', async () => {
    await renderVariables(60);
    await expect.element(page.getByText('60 entries')).toBeVisible();
    await expect.element(row(1)).toBeVisible();
    await expect.element(row(57)).not.toBeInTheDocument();
    const first = page.getByRole('listitem').filter({ has: row(1) });
    await expect.element(first).toHaveAttribute('aria-setsize', '60');
    await scrollTo(60, 60);
    await expect.element(nameOf(60)).toHaveValue('VARIABLE_60');
    await expect.element(row(1)).not.toBeInTheDocument();
  });

  test('keeps every key, however fast they come', async () => {
    const { read } = await renderVariables(60);
    const text = 'the quick brown fox jumps over the lazy dog, 0123456789 times';
    await valueOf(3).fill('');
    await typeAtEnd(valueOf(3), text);
    expect(read()[2]!.value).toBe(text);
    await expect.element(valueOf(3)).toHaveValue(text);
    await expect.element(valueOf(3)).toHaveFocus();
  });

  test('accepts typing in a field that is scrolled out of view', async () => {
    const { read } = await renderVariables(60);
    const field = valueOf(2);
    await field.fill('abc');
    focusEnd(field);
    await scrollTo(40, 60);
    await expect.element(row(1)).not.toBeInTheDocument();
    await type('def');
    expect(read()[1]!.value).toBe('abcdef');
    await expect.element(field).toHaveFocus();
  });

  test('scrolls to an added row and focuses it', async () => {
    const { names } = await renderVariables(40);
    await button('Add variable').click();
    await expect.element(nameOf(41)).toHaveFocus();
    await type('LAST');
    expect(names().at(-1)).toBe('LAST');
    await expectInView(nameOf(41));
  });

  test('does not scroll when a row is duplicated', async () => {
    await renderVariables(40);
    await button('Duplicate Variable 2').click();
    await expect.element(page.getByText('41 entries')).toBeVisible();
    await expect.element(nameOf(3)).toHaveValue('VARIABLE_2');
    await expectInView(nameOf(3));
  });

  test('moves the following rows when a row grows', async () => {
    await renderVariables(60);
    focusEnd(valueOf(1));
    await type('\n'.repeat(5));
    await expect
      .poll(
        () =>
          row(2).element().getBoundingClientRect().top -
          row(1).element().getBoundingClientRect().bottom,
      )
      .toBeGreaterThanOrEqual(0);
  });

  test.each([
    { word: 'down', from: 3, to: 11 },
    { word: 'up', from: 18, to: 10 },
  ])(
    'follows a row that is moved $word by pressing its button again and again',
    async ({ word, from, to }) => {
      const { names } = await renderVariables(20);
      await scrollTo(from, 20);
      const move = (number: number) => button(`Move Variable ${number} ${word}`);
      focus(move(from));
      const step = Math.sign(to - from);
      for (let at = from; at !== to; at += step) {
        await userEvent.keyboard('{Enter}');
        await expect.element(move(at + step)).toHaveFocus();
        await expectInView(move(at + step));
      }
      const order = namesOf(20);
      const [moved] = order.splice(from - 1, 1);
      order.splice(to - 1, 0, moved!);
      expect(names()).toEqual(order);
    },
  );
});

describe('a search', () => {
  test('finds rows by their content, and they can be edited', async () => {
    const { read } = await renderVariables(60);
    await search.fill('variable_33');
    await expect.element(page.getByText('1 of 60')).toBeVisible();
    await expect.element(nameOf(33)).toHaveValue('VARIABLE_33');
    await expect.element(row(1)).not.toBeInTheDocument();
    await valueOf(33).fill('found');
    await search.fill('');
    await expect.element(row(1)).toBeVisible();
    expect(read()[32]!.value).toBe('found');
  });

  test('stays until it is cleared, even if few rows are left', async () => {
    await renderVariables(10);
    await search.fill('variable_1');
    await expect.element(page.getByText('2 of 10')).toBeVisible();
    await button('Remove Variable 1').click();
    await expect.element(page.getByText('1 of 9')).toBeVisible();
    // The row that took its position.
    await expect.element(button('Remove Variable 9')).toHaveFocus();
    await search.fill('');
    await expect.element(row(1)).toBeVisible();
    await expect.element(search).not.toBeInTheDocument();
  });

  test('keeps a matching row while it is edited, also after a change of language', async () => {
    await renderVariables(60);
    await search.fill('variable_33');
    await nameOf(33).fill('OTHER');
    try {
      await changeLanguage('zh');
      await expect.element(page.getByRole('textbox', { name: '变量名' })).toHaveValue('OTHER');
      await expect.element(page.getByText('1 / 60')).toBeVisible();
    } finally {
      await changeLanguage('en');
    }
  });

  test('focuses the add button after its only row is removed', async () => {
    await renderVariables(60);
    await search.fill('variable_33');
    await expect.element(page.getByText('1 of 60')).toBeVisible();
    focus(button('Remove Variable 33'));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('0 of 59')).toBeVisible();
    await expect.element(button('Add variable')).toHaveFocus();
  });
});

test('the problem button goes to the next problem and clears the search', async () => {
  const { store } = await renderVariables(60);
  for (const index of [9, 49]) store.edit(setIn(store.get(), [...path, index, 'name'], '9 BAD'));
  await search.fill('variable_33');
  await expect.element(page.getByText('1 of 60')).toBeVisible();
  const jump = page.getByRole('button', { name: /problem/ });
  await jump.click();
  await expect.element(nameOf(10)).toHaveFocus();
  await expectInView(nameOf(10));
  await jump.click();
  await expect.element(nameOf(50)).toHaveFocus();
  await expectInView(nameOf(50));
  await jump.click();
  await expect.element(nameOf(10)).toHaveFocus();
});

function Jump({ to }: { to: Path }) {
  const editor = useEditor();
  return (
    <button type="button" onClick={() => focusPath(editor, to)}>
      Jump
    </button>
  );
}

test.each([11, 60])(
  'a jump to a row that a search hides ends the search (%i rows)',
  async (count) => {
    const rows = namesOf(count).map((name) => ({ name, value: '' }));
    const content = (
      <>
        {variables}
        <Jump to={[...path, 9, 'value']} />
      </>
    );
    await renderEditor(setIn(initialBody, path, rows), content);
    await search.fill('variable_11');
    await expect.element(row(10)).not.toBeInTheDocument();
    await button('Jump').click();
    await expect.element(valueOf(10)).toHaveFocus();
    await expect.element(search).toHaveValue('');
  },
);

test('undo in a search undoes only what was typed into it', async () => {
  const { store } = await renderVariables(11);
  store.edit(setIn(store.get(), [...path, 0, 'value'], 'edited'));
  const edited = store.get();
  await search.click();
  await type('7');
  await expect.element(row(8)).not.toBeInTheDocument();
  await undo();
  await expect.element(search).toHaveValue('');
  await expect.element(row(8)).toBeVisible();
  await undo();
  expect(store.get()).toBe(edited);
  focus(nameOf(1));
  await undo();
  expect(store.get()).not.toBe(edited);
});

test('a list has a search from 10 rows on', async () => {
  await renderVariables(9);
  await expect.element(row(9)).toBeVisible();
  await expect.element(search).not.toBeInTheDocument();
  await button('Add variable').click();
  await expect.element(search).toBeVisible();
});
