import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderEditor } from '#src/testing/render-editor.tsx';
import type { PaletteCommand } from './match/palette-command.ts';
import { CommandPalette } from './CommandPalette.tsx';

const commands: readonly PaletteCommand[] = (['Create', 'Containers', 'Review'] as const).map(
  (title) => ({
    id: title,
    kind: 'action',
    title: { en: title, zh: title },
    isListed: true,
    run: () => {},
  }),
);

async function open() {
  const onRun = vi.fn<(command: PaletteCommand) => void>();
  const onClose = vi.fn<() => void>();
  const view = await renderEditor(
    {},
    <CommandPalette commands={commands} onRun={onRun} onClose={onClose} />,
  );
  const combobox = view.getByRole('combobox', { name: 'Go to or do' });
  await expect.element(combobox).toHaveFocus();
  return { ...view, combobox, onRun, onClose, ran: () => onRun.mock.calls.map(([{ id }]) => id) };
}

test('typing filters, arrow keys choose, and Enter runs the chosen command', async () => {
  const { combobox, getByRole, ran } = await open();
  await expect.element(getByRole('option', { selected: true })).toHaveTextContent('Create');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(getByRole('option', { selected: true })).toHaveTextContent('Containers');
  const chosen = getByRole('option', { selected: true }).element();
  expect(combobox.element().getAttribute('aria-activedescendant')).toBe(chosen.id);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.element(getByRole('option', { selected: true })).toHaveTextContent('Review');
  await combobox.fill('cont');
  await expect.element(getByRole('option')).toHaveTextContent('Containers');
  await userEvent.keyboard('{Enter}');
  expect(ran()).toEqual(['Containers']);
});

test('a click runs a command, and Escape closes', async () => {
  const { getByRole, ran, onClose } = await open();
  await getByRole('option', { name: 'Review' }).click();
  expect(ran()).toEqual(['Review']);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('without a match Enter does nothing, and the page says so', async () => {
  const { combobox, getByText, ran } = await open();
  await combobox.fill('zzz');
  await expect.element(getByText('Nothing matches.', { exact: false })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(ran()).toEqual([]);
});
