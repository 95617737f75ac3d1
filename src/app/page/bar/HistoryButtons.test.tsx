import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { HistoryButtons } from './HistoryButtons.tsx';

test('the last undo and the last redo by keyboard leave the focus on their button', async () => {
  const { store } = await renderEditor(initialBody, <HistoryButtons />);
  store.edit(setIn(initialBody, ['name'], 'web'));
  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  for (const [button, name] of [
    [undo, ''],
    [redo, 'web'],
  ] as const) {
    await expect.element(button).toHaveAttribute('aria-disabled', 'false');
    focus(button);
    await userEvent.keyboard('{Enter}');
    expect(store.get()).toHaveProperty('name', name);
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button).toHaveFocus();
    // A further press does nothing.
    await userEvent.keyboard('{Enter}');
    expect(store.get()).toHaveProperty('name', name);
  }
});
