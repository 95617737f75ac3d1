import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { textbox, type, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { EnvSection } from './EnvSection.tsx';
import { setHiddenValues } from './hidden-values.ts';

const path = ['deployment', 'template', 'containers', 0, 'envs'];
const plain = [
  { name: 'A', value: '1' },
  { name: 'B', value: 'two words' },
];
const node = { name: 'NODE', field_path: 'status.hostIP' };

async function renderEnv(rows: readonly object[]) {
  const view = await renderEditor(
    setIn(initialBody, path, rows as never),
    <EnvSection path={path} />,
  );
  return { ...view, read: () => getIn(view.store.get(), path) };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const text = textbox('Environment as text');

beforeEach(() => setHiddenValues(false));

describe('the variables as text', () => {
  test('are written to the document while they are typed, as one undo step', async () => {
    const { read, store } = await renderEnv([...plain, node]);
    await button('Edit as .env').click();
    await expect.element(text).toHaveFocus();
    await expect.element(text).toHaveValue('A=1\nB=two words');
    await expect
      .element(page.getByText('1 variable is not plain text and stays unchanged: NODE.'))
      .toBeVisible();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await type('\nC=3');
    expect(read()).toEqual([...plain, node, { name: 'C', value: '3' }]);
    await type('4');
    expect(read()).toEqual([...plain, node, { name: 'C', value: '34' }]);
    await undo();
    expect(read()).toEqual([...plain, node]);
    expect(store.canUndo()).toBe(false);
    await expect.element(text).toHaveValue('A=1\nB=two words');

    await text.fill('');
    expect(read()).toEqual([node]);
    await button('Edit as table').click();
    await expect.element(button('Edit as .env')).toHaveFocus();
    await expect.element(page.getByLabelText('Name')).toHaveValue('NODE');
  });

  test('change nothing while a line cannot be read, and wait for its correction', async () => {
    const { read, rerender } = await renderEnv(plain);
    await button('Edit as .env').click();
    await text.fill('A=2\nB');
    expect(read()).toEqual(plain);
    const problems = page.getByRole('list', { name: 'Problems by line' });
    await expect
      .element(problems)
      .toHaveTextContent('Line 2 There is no = sign. Write NAME=value.');
    await expect.element(text).toHaveAttribute('aria-invalid', 'true');

    await button('Edit as table').click();
    await expect.element(text).toHaveFocus();
    const area = text.element() as HTMLTextAreaElement;
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('B');

    await rerender(<div />);
    await rerender(<EnvSection path={path} />);
    await button('Edit as .env').click();
    await expect.element(text).toHaveValue('A=2\nB');
    await text.fill('A=2\nB=3');
    expect(read()).toEqual([
      { name: 'A', value: '2' },
      { name: 'B', value: '3' },
    ]);
    await text.fill('"');
    await button('Discard unreadable text').click();
    await expect.element(text).toHaveValue('A=2\nB=3');
  });
});

test('values can be hidden, in all tables and after the step was left', async () => {
  const { read, rerender } = await renderEnv(plain);
  const masks = () =>
    [...document.querySelectorAll('[data-row] :is(input, textarea)')].map((control) =>
      getComputedStyle(control).getPropertyValue('-webkit-text-security'),
    );
  expect(masks()).toEqual(['none', 'none', 'none', 'none']);
  await button('Hide values').click();
  await expect.element(button('Hide values')).toHaveAttribute('aria-pressed', 'true');
  expect(masks()).toEqual(['none', 'disc', 'none', 'disc']);
  await rerender(<div />);
  await rerender(<EnvSection path={path} />);
  expect(masks()).toEqual(['none', 'disc', 'none', 'disc']);
  expect(read()).toEqual(plain);
  await button('Edit as .env').click();
  await expect
    .element(page.getByText('The text shows the values hidden in the table.'))
    .toBeVisible();
});
