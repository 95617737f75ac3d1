import { expect, test } from 'vitest';
import { toDiffRows } from './diff-rows.ts';

test('shows values as JSON, long ones shortened, and counts all changes', () => {
  const rows = toDiffRows(
    [
      { kind: 'changed', path: ['name'], before: 'a', after: 'b'.repeat(300) },
      { kind: 'moved', path: ['tags', 0], from: 2 },
      { kind: 'removed', path: ['source'], before: null },
    ],
    2,
  );
  expect(rows).toEqual({
    count: 3,
    items: [
      { kind: 'changed', path: ['name'], before: '"a"', after: `"${'b'.repeat(199)}…` },
      { kind: 'moved', path: ['tags', 0], from: 2 },
    ],
  });
});
