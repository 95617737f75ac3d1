import { describe, expect, test } from 'vitest';
import type { Facts } from '#src/domain/core/context.ts';
import { groupId, nodeId, onGroup, onNode } from '../examples/example-bodies.ts';
import { validate } from '#src/domain/deployment/validate.ts';

const otherId = '699de693-8493-4912-89dc-882134c5bf13';
const facts = {
  nodes: [
    { id: nodeId, name: 'edge-1', state: 'RUNNING' },
    { id: otherId, name: 'edge-2', state: 'RUNNING' },
    { id: 'a-1', name: 'twin', state: 'RUNNING' },
    { id: 'a-2', name: 'twin', state: 'RUNNING' },
    { id: 'down-1', name: 'down', state: 'UNCONNECTED' },
    { id: 'odd-1', name: 'odd', state: 'SLEEPING' },
    { id: 'mute-1', name: 'mute', state: '' },
  ],
  hasAllNodes: true,
  groups: [{ id: groupId, name: 'plant' }],
  hasAllGroups: true,
} satisfies Facts;

const found = (ids: readonly unknown[], given: Facts = facts) =>
  validate(onNode({ root: { node_ids: ids } }), { edition: 'platinum', facts: given }).filter(
    ({ rule }) => rule === 'R39',
  );

describe('R39 offers a fix:', () => {
  test.each([
    ['edge-1', 'is the name of the edge node, not its ID'],
    [' EDGE-1 ', 'is the name of the edge node, not its ID'],
    [` ${nodeId}`, 'it contains U+0020 (space)'],
    [`{${nodeId}}`, 'it contains “{”'],
    [`"${nodeId}"`, 'it contains “"”'],
    [nodeId.toUpperCase(), 'the letter case is different'],
    [nodeId.replace('-', '\u200b-'), 'it contains U+200B (zero-width space)'],
    [nodeId.replaceAll('-', '–'), 'it contains “–” (U+2013 en dash)'],
    [nodeId.replaceAll('-', ''), 'it has extra or missing characters'],
    [nodeId.replace('9', '９'), 'it contains “９” (U+FF19 full-width 9)'],
    [`edge-7 (${nodeId})`, 'it contains '],
  ])('for %j', (text, words) => {
    const [only, ...others] = found([text]);
    expect(others).toEqual([]);
    expect(only?.message.en).toContain(words);
    expect(only?.fix).toEqual({
      path: ['node_ids', 0],
      value: nodeId,
      label: { en: `Use ${nodeId} (edge-1)`, zh: `使用 ${nodeId}（edge-1）` },
    });
  });

  test.each([`${nodeId},${otherId}`, `${nodeId}\n${otherId}`, 'edge-1; edge-2'])(
    'the first of two in one entry: %j',
    (text) => {
      const [only] = found([text]);
      expect(only?.message.en).toContain('2 edge nodes');
      expect(only?.fix).toMatchObject({ value: nodeId });
    },
  );

  test('the ID, at its index in a longer list', () => {
    expect(found([otherId, 'edge-1'])).toMatchObject([
      { path: ['node_ids', 1], fix: { path: ['node_ids', 1], value: nodeId } },
    ]);
  });

  test('none if two nodes share the name', () => {
    const [only] = found(['twin']);
    expect(only?.message.en).toContain('“twin” is the name of 2 edge nodes');
    expect(only?.fix).toBeUndefined();
  });

  test('the listed group', () => {
    const judged = (id: string) =>
      validate(onGroup({ root: { group_id: id } }), { edition: 'platinum', facts });
    expect(judged(groupId)).toEqual([]);
    expect(judged('plant')).toMatchObject([
      { rule: 'R39', path: ['group_id'], fix: { path: ['group_id'], value: groupId } },
    ]);
    expect(judged('absent')).toMatchObject([{ rule: 'R39', path: ['group_id'] }]);
  });
});

describe('R39 reports an ID that does not exist', () => {
  test('only if the list is complete', () => {
    expect(found(['elsewhere'])).toMatchObject([{ severity: 'warning' }]);
    expect(found(['elsewhere'], { nodes: facts.nodes })).toEqual([]);
    expect(found(['elsewhere'], { nodes: facts.nodes, hasAllNodes: false })).toEqual([]);
    expect(found(['elsewhere'], {})).toEqual([]);
  });

  test('and quotes invisible and long text legibly', () => {
    expect(found(['a\u202eb'])[0]?.message.en).toContain('“a‹U+202E›b”');
    expect(found(['x'.repeat(100_000)])[0]?.message.en.length).toBeLessThan(200);
  });
});

describe('R39 warns about the state of the node', () => {
  test.each([
    ['down-1', 'is not connected (UNCONNECTED).', '未纳管（UNCONNECTED）'],
    ['odd-1', 'is in state SLEEPING.', '状态为 SLEEPING'],
  ])('%s', (id, en, zh) => {
    const [only] = found([id]);
    expect(only?.message.en).toContain(en);
    expect(only?.message.zh).toContain(zh);
    expect(only?.fix).toBeUndefined();
    // The state is known even if the list is incomplete.
    expect(found([id], { nodes: facts.nodes })).toHaveLength(1);
  });

  test('but not for a running node or an unknown state', () => {
    expect(found([nodeId])).toEqual([]);
    expect(found(['mute-1'])).toEqual([]);
  });
});
