import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPointer } from '#src/json/path.ts';
import type { Json, JsonObject } from '#src/json/value.ts';
import { diffDocuments, type Change } from './diff-documents.ts';

/** The table leaves out the pointer, which repeats the path, and the path in the other document. */
type WithoutPointer<One> = One extends Change ? Omit<One, 'pointer' | 'otherPath'> : never;

const row = (name: string, value = '1') => ({ name, value });

describe('the differences of two documents', () => {
  test.each<[string, Json, Json, WithoutPointer<Change>[]]>([
    ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['a value', { a: 1 }, { a: 2 }, [{ kind: 'changed', path: ['a'], before: 1, after: 2 }]],
    [
      'keys',
      { a: 1, b: 2 },
      { b: 2, c: 3 },
      [
        { kind: 'removed', path: ['a'], before: 1 },
        { kind: 'added', path: ['c'], after: 3 },
      ],
    ],
    [
      'a kind of value',
      { a: [1] },
      { a: { 0: 1 } },
      [{ kind: 'changed', path: ['a'], before: [1], after: { 0: 1 } }],
    ],
    [
      'a row inserted before others',
      [row('A'), row('B')],
      [row('NEW'), row('A'), row('B', '2')],
      [
        { kind: 'added', path: [0], after: row('NEW') },
        { kind: 'changed', path: [2, 'value'], before: '1', after: '2' },
      ],
    ],
    [
      'a removed row',
      [row('A'), row('B'), row('C')],
      [row('A'), row('C')],
      [{ kind: 'removed', path: [1], before: row('B') }],
    ],
    [
      'a row with another name',
      [row('A'), row('B')],
      [row('A'), row('C')],
      [{ kind: 'changed', path: [1, 'name'], before: 'B', after: 'C' }],
    ],
    [
      'a row that moved to the front',
      [row('A'), row('B'), row('C')],
      [row('C'), row('A'), row('B')],
      [{ kind: 'moved', path: [0], from: 2, before: row('C'), after: row('C') }],
    ],
    [
      'rows of the same name',
      [row('A', '1'), row('A', '2')],
      [row('A', '1'), row('A', '3')],
      [{ kind: 'changed', path: [1, 'value'], before: '2', after: '3' }],
    ],
    [
      'ports',
      [{ container_port: 80, host_port: 80 }],
      [{ container_port: 443 }, { container_port: 80, host_port: 8080 }],
      [
        { kind: 'added', path: [0], after: { container_port: 443 } },
        { kind: 'changed', path: [1, 'host_port'], before: 80, after: 8080 },
      ],
    ],
    [
      'an argument inserted in the middle',
      ['-a', '-b', '-c'],
      ['-a', '-x', '-b', '-c'],
      [{ kind: 'added', path: [1], after: '-x' }],
    ],
    [
      'keys that every object inherits',
      { toString: 1 },
      { constructor: 1 },
      [
        { kind: 'removed', path: ['toString'], before: 1 },
        { kind: 'added', path: ['constructor'], after: 1 },
      ],
    ],
  ])('%s', (_, before, after, wanted) => {
    const expected = wanted.map((change) => ({ ...change, pointer: toPointer(change.path) }));
    const found = diffDocuments(before, after).map(({ otherPath: _other, ...change }) => change);
    expect(found).toEqual(expected);
  });

  test('know their place in the other document', () => {
    const before: Json = { list: [{ name: 'A' }, { name: 'B', value: '1' }, { name: 'C' }], x: 1 };
    const after: Json = {
      list: [{ name: 'NEW' }, { name: 'B', value: '2' }, { name: 'A' }, { name: 'D' }],
    };
    const places = diffDocuments(before, after).map(
      ({ kind, pointer, otherPath }) => `${kind} ${pointer} ${toPointer(otherPath)}`,
    );
    expect(places).toEqual([
      'removed /x /x',
      'removed /list/2 /list/2',
      'added /list/0 /list/0',
      'moved /list/1 /list/1',
      'changed /list/1/value /list/1/value',
      'added /list/3 /list/3',
    ]);
  });

  const leaf = fc.oneof(fc.constantFrom<Json>('A', 'B', 1, null, true), fc.nat(3));
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.dictionary(fc.constantFrom('name', 'key', 'a', 'b'), tie('tree')),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
  }));

  test('are none if and only if the documents are equal', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const isEqual = canonical(before) === canonical(after);
        expect(diffDocuments(before, after).length === 0).toBe(isEqual);
        expect(diffDocuments(before, structuredClone(before))).toEqual([]);
      }),
    );
  });
});

/** The text of a value with its keys in order, because the order of keys has no meaning. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_, part: Json) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
