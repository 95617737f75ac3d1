import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { addDraft } from '#src/features/drafts/menu/draft-list.ts';
import type { Attempt } from '#src/features/submit/attempt/attempt.ts';
import { storeAttempt } from '#src/features/submit/attempt/attempt-database.ts';
import type { Json } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ChangesHost } from './ChangesHost.tsx';

const DRAFT = 'changes-test';
const body: Json = { name: 'web', node_ids: ['n'], deployment: { replicas: 1 } };

const attempt = (
  key: string,
  sentAt: number,
  replicas: number,
  more: Partial<Attempt> = {},
): Attempt => ({
  version: 1,
  key,
  document: DRAFT,
  name: 'web',
  place: {
    targetId: 'mock',
    projectId: 'p',
    edition: 'professional',
    instanceId: '',
    label: 'mock',
    kind: 'mock',
    region: '',
    needsToken: false,
  },
  body: JSON.stringify(setIn(body, ['deployment', 'replicas'], replicas)),
  sentAt,
  state: 'created',
  ...more,
});

function Host() {
  const { store } = useEditor();
  const draft = { id: DRAFT, store, openCount: 0 } as unknown as Draft;
  return <ChangesHost draft={draft} onClose={() => undefined} />;
}

test('changes since opened, since the last request of this draft, and against another draft', async () => {
  const at = Date.now();
  await storeAttempt(attempt('a', at - 3000, 5));
  await storeAttempt(attempt('b', at - 2000, 7, { state: 'rejected' }));
  // Neither a request that never left, nor that of another draft.
  await storeAttempt(attempt('c', at - 1000, 8, { state: 'intended' }));
  await storeAttempt(attempt('d', at, 9, { document: 'another' }));
  await addDraft(setIn(body, ['name'], 'other-web'), 'My other one');
  const { store } = await renderEditor(body, <Host />);
  const rows = page.getByRole('listitem');
  await expect.element(page.getByText('The documents are the same.')).toBeVisible();

  store.edit(setIn(body, ['deployment', 'replicas'], 2), { path: ['deployment', 'replicas'] });
  await expect.element(rows).toHaveTextContent('Replicas changed from 1 to 2.');

  const since = page.getByRole('combobox', { name: 'Compare with' });
  const sent = since.getByRole('option', { name: /^As last sent, / });
  await since.selectOptions(sent);
  await expect.element(rows).toHaveTextContent('Replicas changed from 7 to 2.');

  await since.selectOptions('Draft “My other one”');
  await expect.element(rows.nth(0)).toHaveTextContent('Deployment name changed from “other-web”');
  await expect.element(rows.nth(1)).toHaveTextContent('Replicas changed from 1 to 2.');

  // One change is taken back as one step.
  await page.getByRole('button', { name: /^Revert: Deployment name/ }).click();
  expect(store.get()).toMatchObject({ name: 'other-web', deployment: { replicas: 2 } });
  store.undo();
  expect(store.get()).toMatchObject({ name: 'web', deployment: { replicas: 2 } });
});
