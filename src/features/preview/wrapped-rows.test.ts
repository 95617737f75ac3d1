import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyJson } from '#src/document/documents.testing.ts';
import { documentText } from '#src/document/document-text.ts';
import { runs } from '#src/testing/runs.ts';
import { countTextRows, lineAtRow, rowsAbove, rowsOfLine } from './wrapped-rows.ts';

test('rows counted by value equal those of the printed lines', () => {
  fc.assert(
    fc.property(anyJson, fc.integer({ min: 12, max: 60 }), (document, columns) => {
      const rows = documentText(document)
        .split('\n')
        .map((line) => rowsOfLine(line, columns));
      let above = 0;
      for (const [line, count] of rows.entries()) {
        expect(rowsAbove(document, columns, line)).toBe(above);
        for (let row = above; row < above + count; row++)
          expect(lineAtRow(document, columns, row)).toEqual({ line, row: above });
        above += count;
      }
      expect(countTextRows(document, columns)).toBe(above);
    }),
    { numRuns: runs(200) },
  );
});

test('a line wraps below its beginning, two letters to the right', () => {
  expect(rowsOfLine('  "abcdef"', 10)).toBe(1);
  expect(rowsOfLine('  "abcdefg"', 10)).toBe(2);
  // Ten columns, then six in each further row.
  expect(rowsOfLine(`  "${'a'.repeat(12)}"`, 10)).toBe(2);
  expect(rowsOfLine(`  "${'a'.repeat(13)}"`, 10)).toBe(3);
});
