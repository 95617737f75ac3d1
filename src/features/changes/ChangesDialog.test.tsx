import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Json } from '#src/json/value.ts';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ChangesDialog, type ChangesSource } from './ChangesDialog.tsx';

const before: Json = { name: 'web', node_ids: ['n'], deployment: { replicas: 1 } };
const after: Json = { name: 'shop', node_ids: ['n'], deployment: { replicas: 2 } };

const source = (id: string, document: Json | undefined): ChangesSource => ({
  id,
  label: `As ${id}`,
  load: async () => document,
});

interface RevertingProps {
  sources: readonly ChangesSource[] | undefined;
  onClose?: () => void;
}

function Reverting({ sources, onClose = () => undefined }: RevertingProps) {
  const [document, setDocument] = useState(after);
  return (
    <ChangesDialog document={document} sources={sources} onRevert={setDocument} onClose={onClose} />
  );
}

test('the first version is compared at once, and another one can be chosen', async () => {
  const sources = [source('opened', before), source('sent', { ...before, name: 'shop' })];
  const { getByRole } = await renderEditor({}, <Reverting sources={sources} />);
  const rows = getByRole('listitem');
  await expect
    .element(rows.nth(0))
    .toHaveTextContent('Deployment name changed from “web” to “shop”.');
  await expect.element(rows.nth(1)).toHaveTextContent('Replicas changed from 1 to 2.');
  await getByRole('combobox', { name: 'Compare with' }).selectOptions('As sent');
  await expect.element(rows.nth(0)).toHaveTextContent('Replicas changed from 1 to 2.');
  await expect.element(rows.nth(1)).not.toBeInTheDocument();
});

test('each change is taken back on its own, until nothing differs', async () => {
  const { getByRole, getByText } = await renderEditor(
    {},
    <Reverting sources={[source('opened', before)]} />,
  );
  await getByRole('button', { name: /^Revert: Deployment name/ }).click();
  await expect.element(getByRole('listitem')).toHaveTextContent('Replicas changed');
  await getByRole('button', { name: /^Revert: Replicas/ }).click();
  await expect.element(getByText('The documents are the same.')).toBeVisible();
});

test.each(['click', 'key'])('after a change is taken back by %s, Escape closes', async (by) => {
  const onClose = vi.fn<() => void>();
  const { getByRole, getByText } = await renderEditor(
    {},
    <Reverting sources={[source('opened', before)]} onClose={onClose} />,
  );
  const press = async (name: RegExp) => {
    const button = getByRole('button', { name });
    if (by === 'click') return button.click();
    await expect.element(button).toBeVisible();
    focus(button);
    return userEvent.keyboard('{Enter}');
  };
  await expect.element(getByRole('listitem').first()).toBeVisible();
  const isLost = () => document.activeElement === document.body;
  let wasLost = false;
  // Called after each commit, before the next key.
  const observer = new MutationObserver(() => (wasLost ||= isLost()));
  observer.observe(document.body, { childList: true, subtree: true });
  await press(/^Revert: Deployment name/);
  await expect
    .element(getByRole('button', { name: /^Revert: Deployment/ }))
    .not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  await press(/^Revert: Replicas/);
  await expect.element(getByText('The documents are the same.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
  observer.disconnect();
  expect(wasLost).toBe(false);
});

test('a document that cannot be edited has nothing to take back', async () => {
  const { getByRole } = await renderEditor(
    {},
    <ChangesDialog
      document={after}
      sources={[source('opened', before)]}
      onRevert={undefined}
      onClose={() => undefined}
    />,
  );
  await expect.element(getByRole('listitem').first()).toHaveTextContent('Deployment name');
  await expect.element(getByRole('button', { name: /^Revert/ })).not.toBeInTheDocument();
});

test('versions that are still being read, and one that is gone, are named', async () => {
  const onClose = vi.fn<() => void>();
  const dialog = (sources: readonly ChangesSource[] | undefined) => (
    <ChangesDialog document={after} sources={sources} onRevert={undefined} onClose={onClose} />
  );
  const { getByRole, rerender } = await renderEditor({}, dialog(undefined));
  await expect.element(getByRole('status')).toBeVisible();
  await rerender(dialog([source('draft', undefined)]));
  await expect.element(getByRole('alert')).toHaveTextContent('no longer');
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});
