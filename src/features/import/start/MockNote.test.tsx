import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { connection, northTarget } from '#src/client/connection/connection.testing.ts';
import type { TargetState } from '#src/client/targets/target-state.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { MockNote } from './MockNote.tsx';

const open = vi.fn<() => void>();

function note(targetState: TargetState) {
  return (
    <ConnectionContext value={{ ...connection, targetState, open }}>
      <MockNote />
    </ConnectionContext>
  );
}

function known(kind: 'mock' | 'live'): TargetState {
  return { state: 'known', target: { ...northTarget, kind } };
}

test('a mock is explained, with a way to the connection settings; a live target is not', async () => {
  const view = await renderEditor(initialBody, note({ state: 'loading' }));
  const text = page.getByText('Nothing you create is real');
  await expect.element(text).not.toBeInTheDocument();
  await view.rerender(note(known('live')));
  await expect.element(text).not.toBeInTheDocument();
  await view.rerender(note(known('mock')));
  await expect.element(text).toBeVisible();
  await page.getByRole('button', { name: 'Connection settings' }).click();
  expect(open).toHaveBeenCalledOnce();
});
