import { expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { forNextNode } from './for-next-node.ts';

test('takes the next name and no node, and keeps everything else', () => {
  const document = { name: 'edge-web', x: 1, node_ids: ['a'], deployment: { replicas: 1 } };
  expect(forNextNode(document)).toEqual({
    document: { name: 'edge-web-2', x: 1, node_ids: [], deployment: { replicas: 1 } },
    name: 'edge-web-2',
  });
  expect(forNextNode({ ...document, name: 'edge-web-9' })?.name).toBe('edge-web-10');
});

test('the next name fits into 32 characters', () => {
  expect(forNextNode({ name: 'n'.repeat(32), node_ids: ['a'] })?.name).toBe(`${'n'.repeat(30)}-2`);
});

test.each<Json>([
  { name: 'web', group_id: 'g' },
  { name: 'web', node_ids: ['a'], group_id: 'g' },
  { name: 'web', node_ids: 'a' },
  { name: 1, node_ids: ['a'] },
  [],
])('offers nothing for a document without a node of its own: %j', (document) =>
  expect(forNextNode(document)).toBeUndefined(),
);
