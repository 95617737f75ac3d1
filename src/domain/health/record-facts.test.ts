import { expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { groupIdOf, imagesOf, nodeIdsOf, tagsOf } from './record-facts.ts';

const template = {
  init_containers: [{ image_url: 'busybox:1' }],
  containers: [{ image_url: 'nginx:1' }, { image_url: 'nginx:1' }, { image_url: 5 }, null],
};

test('each image is named once, whatever else the template contains', () => {
  expect(imagesOf({ template })).toEqual(['busybox:1', 'nginx:1']);
  expect(imagesOf({ template: { containers: 'none' } })).toEqual([]);
});

test('tags are read as key and value; what is no tag is left out', () => {
  const tags: Json = [
    { key: 'site', value: 'shenzhen' },
    { key: 'test' },
    { value: 'alone' },
    null,
  ];
  expect(tagsOf({ tags })).toEqual(['site=shenzhen', 'test']);
  expect(tagsOf({ tags: null })).toEqual([]);
});

test('a record names its nodes or its group', () => {
  expect(nodeIdsOf({ node_ids: ['n', null] })).toEqual(['n']);
  expect(groupIdOf({ group_id: null })).toBe('');
  expect(groupIdOf({ group_id: 'g' })).toBe('g');
});
