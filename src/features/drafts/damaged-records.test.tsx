import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { ownName } from '#src/client/base-path.ts';
import { readPlan } from '#src/client/rollouts/plan-store.ts';
import { openDraftDatabase } from './draft-database.ts';
import { storedNames } from './stored-documents.ts';
import { addTemplate, listTemplates } from './templates/template-database.ts';

// Other test files use the same databases, so the tests look only for their own records.

test('a draft with a damaged name does not hide the others', async () => {
  const database = await openDraftDatabase();
  const texts = { damaged: String.raw`{"name":"a\x","b":1}`, sound: '{"name":"edge-web"}' };
  for (const [id, text] of Object.entries(texts)) {
    await database.put('heads', { id, version: 2, revision: 1, savedAt: 1 });
    await database.put('texts', text, id);
  }
  const names = new Map((await storedNames()).map(({ id, name }) => [id, name]));
  expect(names.get('damaged')).toBe('');
  expect(names.get('sound')).toBe('edge-web');
});

test('templates without a name or a valid date are left out', async () => {
  await addTemplate('sound', {}, {});
  const database = await openDB(ownName('ief-builder-templates'), 1);
  const record = { version: 1, name: 'damaged', savedAt: 1, text: '{}' };
  await database.put('templates', { ...record, id: 'a', name: 5 });
  await database.put('templates', { ...record, id: 'b', savedAt: Number.NaN });
  database.close();
  const templates = await listTemplates();
  expect(templates.map(({ name }) => name)).toContain('sound');
  expect(templates.filter(({ id }) => id === 'a' || id === 'b')).toEqual([]);
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
