import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEdit, anyJson, applyEdit } from '#src/document/documents.testing.ts';
import { idsOf } from '#src/document/row-ids.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { diffDocuments } from './diff-documents.ts';
import { revertChange } from './revert-change.ts';

const rows = (...names: string[]): Json => names.map((name) => ({ name }));

describe('one change is taken back', () => {
  const revert = (before: Json, after: Json, at: number) =>
    revertChange(before, after, diffDocuments(before, after)[at]!);

  test('a removed row returns behind the row that it followed, in spite of new rows', () => {
    const after = rows('NEW', 'A', 'C', 'OTHER');
    expect(revert(rows('A', 'B', 'C'), after, 0)).toEqual(rows('NEW', 'A', 'B', 'C', 'OTHER'));
  });

  test('a removed key returns to its place', () => {
    const next = revert({ a: 1, b: 2, c: 3 }, { a: 1, c: 4 }, 0);
    expect(JSON.stringify(next)).toBe('{"a":1,"b":2,"c":4}');
  });

  test('an added row is removed, and a value of a row that has moved is restored', () => {
    const before: Json[] = [{ name: 'A', value: '1' }, { name: 'B' }, { name: 'C' }];
    const after: Json[] = [{ name: 'C' }, { name: 'A', value: '2' }, { name: 'B' }];
    expect(diffDocuments(before, after).map(({ kind }) => kind)).toEqual(['moved', 'changed']);
    expect(revert(before, after, 1)).toEqual([after[0]!, before[0]!, after[2]!]);
    expect(revert(before, after, 0)).toEqual([after[1]!, after[2]!, after[0]!]);
    expect(revert(rows('A'), rows('A', 'B'), 0)).toEqual(rows('A'));
  });

  test('rows keep their identity', () => {
    const before = rows('A', 'B', 'C') as JsonList;
    const [a, b, c] = idsOf(before);
    const after = applyEdit(before, { kind: 'take', walk: [1], key: '', value: 0 });
    const next = revertChange(before, after, diffDocuments(before, after)[0]!) as JsonList;
    expect(idsOf(next)).toEqual([a, b, c]);
  });
});

const edited = fc
  .tuple(anyJson, fc.array(anyEdit, { minLength: 1, maxLength: 6 }))
  .map(([before, edits]) => [before, edits.reduce(applyEdit, before)] as const);

test('any change disappears when it is taken back, and in any order they lead to the old document', () => {
  fc.assert(
    fc.property(
      fc.oneof(edited, fc.tuple(anyJson, anyJson)),
      fc.infiniteStream(fc.nat()),
      ([before, after], picks) => {
        let current = after;
        let changes = diffDocuments(before, current);
        for (let count = 0; changes.length > 0; count++) {
          expect(count).toBeLessThan(200);
          const change = changes[Number(picks.next().value) % changes.length]!;
          const next = revertChange(before, current, change);
          expect(JSON.stringify(next)).not.toBe(JSON.stringify(current));
          current = next;
          changes = diffDocuments(before, current);
        }
      },
    ),
    { numRuns: 500 },
  );
});
