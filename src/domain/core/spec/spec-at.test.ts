import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleGroup } from './fields.testing.ts';
import { formatPath, type Path } from '#src/json/path.ts';
import { comparePaths, specAt } from './spec-at.ts';

const { title, words, rows, box } = sampleGroup.fields;

describe('specAt', () => {
  test.each<[Path, unknown]>([
    [[], sampleGroup],
    [['title'], title],
    [['words'], words],
    [['words', 7], words],
    [['rows'], rows],
    [['rows', 0], rows.row],
    [['rows', 99, 'port'], rows.row.fields.port],
    [['box', 'inner', 3, 'name'], box.fields.inner.row.fields.name],
  ])('finds the spec at %j', (path, wanted) => {
    expect(specAt(sampleGroup, path)).toBe(wanted);
  });

  test.each<[Path]>([
    [['unknown']],
    [['toString']],
    [['__proto__']],
    [['constructor']],
    [['title', 'length']],
    [['title', 0]],
    [['rows', '0']],
    [['rows', 'name']],
    [['rows', 0, 'unknown', 'name']],
    [[0]],
  ])('finds no spec at %j', (path) => {
    expect(specAt(sampleGroup, path)).toBeUndefined();
  });
});

describe('comparePaths', () => {
  /** In the order of the form. */
  const ordered: readonly Path[] = [
    [],
    ['title'],
    ['kind'],
    ['words'],
    ['words', 0],
    ['words', 10],
    ['rows'],
    ['rows', 0],
    ['rows', 0, 'name'],
    ['rows', 0, 'port'],
    ['rows', 0, 'unknown'],
    ['rows', 1],
    ['rows', 2, 'name'],
    ['rows', 10],
    ['box'],
    ['box', 'inner', 2, 'port'],
    ['box', 'inner', 10, 'name'],
    ['unknown'],
    ['unknown', 'title'],
  ];
  const pairs = ordered.flatMap((a, at) => ordered.slice(at + 1).map((b) => [a, b] as const));

  test('sorts the paths of the form in its order', () => {
    for (const [a, b] of pairs) {
      expect([formatPath(a), formatPath(b), Math.sign(comparePaths(sampleGroup, a, b))]).toEqual([
        formatPath(a),
        formatPath(b),
        -1,
      ]);
      expect(comparePaths(sampleGroup, b, a)).toBeGreaterThan(0);
    }
  });

  test('treats equal paths as equal', () => {
    for (const path of ordered) expect(comparePaths(sampleGroup, path, [...path])).toBe(0);
  });

  test('sorts any paths into that order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ordered]), (mixed) => {
        const sorted = mixed.toSorted((a, b) => comparePaths(sampleGroup, a, b));
        expect(sorted).toEqual(ordered.filter((path) => mixed.includes(path)));
      }),
    );
  });
});
