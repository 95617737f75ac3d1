import { expect, test } from 'vitest';
import { addDraft } from '#src/features/drafts/menu/draft-list.ts';
import { forgetDraft } from '#src/features/drafts/forget-draft.ts';
import type { Attempt, AttemptState } from '#src/features/submit/attempt/attempt.ts';
import { storeAttempt } from '#src/features/submit/attempt/attempt-database.ts';
import type { Json } from '#src/json/value.ts';
import { readChangesSources } from './use-changes-sources.ts';

const place = {
  targetId: 'mock',
  projectId: 'p',
  edition: 'professional',
  instanceId: '',
  label: 'Mock',
  kind: 'mock',
  region: 'mock',
  needsToken: false,
} as const;

const attempt = (key: string, document: string, state: AttemptState, sentAt: number): Attempt => ({
  version: 1,
  key,
  document,
  name: key,
  sentAt,
  state,
  place,
  body: JSON.stringify({ name: key, odd: [''] }, null, 2),
});

test('a document can be compared with the version last sent, not with one that was only intended', async () => {
  const id = `sent-${Date.now()}`;
  await storeAttempt(attempt(`${id}-1`, id, 'created', 1000));
  await storeAttempt(attempt(`${id}-2`, id, 'rejected', 2000));
  await storeAttempt(attempt(`${id}-3`, id, 'intended', 3000));
  await storeAttempt(attempt(`${id}-4`, 'another', 'created', 4000));
  const sources = await readChangesSources(id, { name: 'opened' }, 'en');
  const sent = sources.find((source) => source.id === 'sent');
  expect(sent!.label).toMatch(/^As last sent, .*1970/);
  expect(await sent!.load()).toEqual({ name: `${id}-2`, odd: [''] });
  expect(sources[0]).toMatchObject({ id: 'opened', label: 'As opened' });
  expect(await sources[0]!.load()).toEqual({ name: 'opened' });
});

test('a document that was never sent has no such version', async () => {
  const sources = await readChangesSources('never-sent', {}, 'zh');
  expect(sources.map(({ id }) => id)).not.toContain('sent');
});

test('other drafts are named by their label or their deployment, and read when they are chosen', async () => {
  const documents: readonly Json[] = [{ name: 'first "key"' }, { x: 1, name: 'later' }, { y: 1 }];
  const ids: string[] = [];
  for (const document of documents) ids.push(await addDraft(document, ''));
  const labelled = await addDraft({ name: 'hidden' }, 'My draft');
  const own = ids[0]!;
  const sources = await readChangesSources('none', {}, 'en');
  const labelOf = (id: string) => sources.find((source) => source.id === id)?.label;
  expect([...ids, labelled].map(labelOf)).toEqual([
    'Draft “first "key"”',
    'Draft “later”',
    'Draft “Untitled deployment”',
    'Draft “My draft”',
  ]);
  expect(await sources.find(({ id }) => id === ids[1])!.load()).toEqual({ x: 1, name: 'later' });
  expect((await readChangesSources(own, {}, 'en')).map(({ id }) => id)).not.toContain(own);
  await forgetDraft(labelled);
  expect(await sources.find(({ id }) => id === labelled)!.load()).toBeUndefined();
  await Promise.all(ids.map((id) => forgetDraft(id)));
});
