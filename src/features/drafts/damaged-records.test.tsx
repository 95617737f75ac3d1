import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { ownName } from '#src/client/base-path.ts';
import { readPlan } from '#src/client/rollouts/plan-store.ts';
import { openDraftDatabase } from './draft-database.ts';
import { storedNames } from './stored-documents.ts';
import { addTemplate, listTemplates } from './templates/template-database.ts';

test('a draft with a damaged name does not hide the others', async () => {
  const database = await openDraftDatabase();
  const texts = { damaged: String.raw`{"name":"a\x","b":1}`, sound: '{"name":"edge-web"}' };
  for (const [id, text] of Object.entries(texts)) {
    await database.put('heads', { id, version: 2, revision: 1, savedAt: 1 });
    await database.put('texts', text, id);
  }
  expect((await storedNames()).map(({ name }) => name)).toEqual(['', 'edge-web']);
});

test('templates without a name or a valid date are left out', async () => {
  await addTemplate('sound', {}, {});
  const database = await openDB(ownName('ief-builder-templates'), 1);
  const record = { version: 1, name: 'damaged', savedAt: 1, text: '{}' };
  await database.put('templates', { ...record, id: 'a', name: 5 });
  await database.put('templates', { ...record, id: 'b', savedAt: Number.NaN });
  database.close();
  expect((await listTemplates()).map(({ name }) => name)).toEqual(['sound']);
});

test('a plan that the page cannot show counts as none', async () => {
  sessionStorage.setItem(ownName('ief-builder.rollout-plan'), 'damaged');
  // Opens the database with its store.
  await readPlan();
  const database = await openDB(ownName('ief-builder-rollout-plans'), 1);
  const plan = { key: 'damaged', version: 2, savedAt: 1, where: {}, source: '', rows: [] };
  await database.put('plans', { ...plan, rollout: {} });
  database.close();
  expect(await readPlan()).toBeUndefined();
});
