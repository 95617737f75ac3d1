import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { textbox, type, typeAtEnd, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { CommandCard } from './CommandCard.tsx';
import { chooseLine } from './line-choice.ts';

const path = ['deployment', 'template', 'containers', 0];

async function renderCard(values: object) {
  const container = { name: 'a', image_url: 'a', ...values };
  const body = setIn(initialBody, path, container as never);
  const { store, rerender } = await renderEditor(body, <CommandCard path={path} />);
  const read = (key: string) => getIn(store.get(), [...path, key]);
  return { store, rerender, read };
}

const command = textbox('Command');
const args = textbox('Arguments');
const tokens = () =>
  page
    .getByRole('group', { name: 'Started with' })
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);

beforeEach(() => chooseLine(false));

describe('a command', () => {
  test('is a list or a line, the choice is remembered, and its entries are always shown', async () => {
    const { read, rerender } = await renderCard({
      command: ['sh', '-c', 'echo "a  b" | wc'],
      args: ['x'],
    });
    await expect.element(textbox('Command entry 3')).toHaveValue('echo "a  b" | wc');
    expect(tokens()).toEqual(['sh', '-c', 'echo "a  b" | wc', 'x']);
    await page.getByText('Line', { exact: true }).click();
    await expect.element(command).toHaveValue(`sh -c 'echo "a  b" | wc'`);
    await expect.element(args).toHaveValue('x');
    await rerender(<div />);
    await rerender(<CommandCard path={path} />);
    await expect.element(command).toBeVisible();
    expect(tokens()).toEqual(['sh', '-c', 'echo "a  b" | wc', 'x']);
    expect(read('command')).toEqual(['sh', '-c', 'echo "a  b" | wc']);
  });

  test('typed as a line keeps its quotes and spaces as typed, and writes its entries', async () => {
    const { read } = await renderCard({});
    await expect.element(page.getByText('The command of the image.')).toBeVisible();
    chooseLine(true);
    await expect.element(args).toBeVisible();
    await typeAtEnd(args, `--name  "my app" 'x' ''`);
    await expect.element(args).toHaveValue(`--name  "my app" 'x' ''`);
    expect(read('args')).toEqual(['--name', 'my app', 'x', '']);
    expect(tokens()).toEqual(['command of the image', '--name', 'my app', 'x', 'empty text']);
    await undo();
    expect(read('args')).toBeUndefined();
    await expect.element(args).toHaveValue('');
  });

  test('with an open quote keeps the entries of the document', async () => {
    const { read } = await renderCard({ command: ['run'] });
    chooseLine(true);
    await expect.element(args).toBeVisible();
    await typeAtEnd(command, ' "a b');
    expect(read('command')).toEqual(['run']);
    await expect.element(command).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByText(/^A quote is not closed/)).toBeVisible();
    await type('"');
    expect(read('command')).toEqual(['run', 'a b']);
    await expect.element(command).toHaveAttribute('aria-invalid', 'false');
    await command.fill('');
    expect(read('command')).toBeUndefined();
  });

  test('with an open quote stays as typed while another field is edited and while it is out of view', async () => {
    const { read, store, rerender } = await renderCard({ command: ['run'] });
    chooseLine(true);
    await expect.element(args).toBeVisible();
    await command.fill('run "a b');
    await args.fill('-v');
    await expect.element(command).toHaveValue('run "a b');
    await rerender(<div />);
    await rerender(<CommandCard path={path} />);
    await expect.element(command).toHaveValue('run "a b');
    expect(read('command')).toEqual(['run']);
    await rerender(<div />);
    store.edit(setIn(store.get(), [...path, 'command'], ['other']));
    await rerender(<CommandCard path={path} />);
    await expect.element(command).toHaveValue('other');
  });

  test('never runs in a shell, and says so where one would be needed', async () => {
    const { read } = await renderCard({ command: ['run'] });
    chooseLine(true);
    await expect.element(args).toBeVisible();
    const note = page.getByRole('note');
    await typeAtEnd(command, ' $HOME && b');
    expect(read('command')).toEqual(['run', '$HOME', '&&', 'b']);
    await expect.element(note).toHaveTextContent('There is no shell: $HOME && reaches the program');
    await command.fill(`sh -c '$HOME && b'`);
    await expect.element(note).not.toBeInTheDocument();
  });

  test('with other values than texts is shown as a list', async () => {
    await renderCard({ command: ['run', 1] });
    chooseLine(true);
    await expect.element(args).toBeVisible();
    await expect.element(textbox('Command entry 2')).toHaveValue('1');
    await expect.element(args).toBeVisible();
    expect(tokens()).toEqual(['run', '1']);
  });
});
