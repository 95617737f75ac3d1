import { expect, test } from 'vitest';
import { removeIn, setIn } from '#src/document/edits.ts';
import { jumpTo } from '#src/document/history/timeline.ts';
import { createUpdateStore, sentStore } from './update-store.ts';

const live = {
  name: 'edge-web',
  description: 'one',
  node_ids: ['n'],
  tags: [{ key: 'site', value: 'sz' }],
  deployment: { replicas: 1, template: { containers: [{ name: 'web', image_url: 'web:1' }] } },
};

test('edits of name, target and tags are dropped; others are kept', () => {
  const store = createUpdateStore(live);
  store.edit({ ...live, name: 'other', tags: [], more: 1, description: 'two' });
  expect(store.get()).toEqual({ ...live, description: 'two' });
  store.edit({ ...live, description: 'two', more: 1 });
  expect(store.get()).not.toHaveProperty('more');
  store.edit(setIn(store.get(), ['deployment', 'replicas'], 2));
  expect(store.get()).toMatchObject({ name: 'edge-web', deployment: { replicas: 2 } });
});

test('a step of the history can be jumped to, and the later ones stay', () => {
  const store = createUpdateStore(live);
  store.edit(setIn(store.get(), ['description'], 'two'));
  store.edit(setIn(store.get(), ['description'], 'three'));
  jumpTo(store, 0);
  expect(store.get()).toBe(live);
  jumpTo(store, 2);
  expect(store.get()).toMatchObject({ description: 'three', name: 'edge-web' });
});

test('an edit of the form shares everything else with the document before', () => {
  const store = createUpdateStore(live);
  const next = setIn(store.get(), ['description'], 'two');
  store.edit(next);
  expect(store.get()).toBe(next);
});

test('the text has description and deployment only, and its edits change the document', () => {
  const store = createUpdateStore(live);
  const sent = sentStore(store, () => live);
  expect(sent.get()).toEqual({ description: 'one', deployment: live.deployment });
  expect(sent.get()).toBe(sent.get());
  sent.edit(sent.get());
  expect(store.canUndo()).toBe(false);
  sent.edit({ name: 'other', description: 'two', deployment: live.deployment });
  expect(store.get()).toEqual({ ...live, description: 'two' });
  expect(store.canUndo()).toBe(true);
});

test('a description that was removed is empty in the text', () => {
  const store = createUpdateStore(live);
  const sent = sentStore(store, () => live);
  store.edit(removeIn(store.get(), ['description']));
  expect(sent.get()).toMatchObject({ description: '' });
  sent.edit({ description: '', deployment: live.deployment });
  expect(sent.get()).toEqual({ description: '', deployment: live.deployment });
});
