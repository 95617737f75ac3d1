import { expect, test } from 'vitest';
import { timelineOf } from '#src/document/history/timeline.ts';
import { createDocumentStore } from '#src/document/store.ts';
import type { Json } from '#src/json/value.ts';
import { readDraft } from '../draft-database.ts';
import { addDraft, duplicateDraft, listDrafts } from '../menu/draft-list.ts';
import { keepHistory } from './keep-history.ts';
import { readHistory } from './history-database.ts';

const named = (name: string): Json => ({ name });

/** Stores the history of two edits. */
async function storeHistory(id: string, origin?: 'started'): Promise<void> {
  const store = createDocumentStore(named('one'));
  const stop = keepHistory(id, store, 1, 'never');
  store.edit(named('two'), { path: ['name'], ...(origin && { origin: { kind: origin } }) });
  store.edit(named('three'), { path: ['name'] });
  await expect.poll(() => readHistory(id), { timeout: 10_000 }).toBeDefined();
  stop();
}

const names = (store: ReturnType<typeof createDocumentStore>) =>
  timelineOf(store).entries.map(({ document }) => (document as { name: string }).name);

async function restoredNames(
  id: string,
  opened: Json,
  restores: Parameters<typeof keepHistory>[3],
  wanted: readonly string[],
) {
  const store = createDocumentStore(opened);
  const stop = keepHistory(id, store, 7, restores);
  await expect.poll(() => names(store)).toEqual(wanted);
  stop();
  return store;
}

test('a history is restored with its origins, and a newer document becomes its last step', async () => {
  await storeHistory('kept', 'started');
  const all = ['one', 'two', 'three'];
  const store = await restoredNames('kept', named('three'), 'always', all);
  expect(timelineOf(store).entries[1]?.edit?.origin).toEqual({ kind: 'started' });
  await restoredNames('kept', named('four'), 'always', [...all, 'four']);
});

test('the history of an update is restored only if it ends with the opened document', async () => {
  await storeHistory('update a');
  await restoredNames('update a', named('three'), 'ifSame', ['one', 'two', 'three']);
  const other = createDocumentStore(named('four'));
  const stop = keepHistory('update a', other, 7, 'ifSame');
  const fresh = createDocumentStore(named('three'));
  const stopFresh = keepHistory('update a', fresh, 7, 'never');
  await restoredNames('update a', named('three'), 'ifSame', ['one', 'two', 'three']);
  expect([names(other), names(fresh)]).toEqual([['four'], ['three']]);
  stop();
  stopFresh();
});

test('a duplicate has the history of its draft', async () => {
  const id = await addDraft(named('three'), 'Original');
  await storeHistory(id);
  await duplicateDraft(id, 'Copy');
  const copy = (await listDrafts()).find(({ label }) => label === 'Copy')!;
  const reading = await readDraft(copy.id);
  if (!reading?.ok) throw new Error('no copy');
  await restoredNames(copy.id, reading.draft.document, 'always', ['one', 'two', 'three']);
  await duplicateDraft(await addDraft(named('x'), 'Without'), 'Copy of it');
  expect((await listDrafts()).map(({ label }) => label)).toContain('Copy of it');
});
