import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveMember, setIn } from '#src/document/edits.ts';
import { rowId } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import { cellName } from './cell-name.ts';

describe('the name of a cell', () => {
  const document = { rows: [{ name: 'a' }, { name: 'b' }], words: ['x', 'x'] };

  test('has row ids in place of indexes', () => {
    expect(cellName(document, ['rows', 1, 'name'])).toBe(`rows/${rowId(document.rows[1]!)}/name`);
  });

  test('stays the same when its row moves', () => {
    const moved = setIn(document, ['rows'], moveMember(document.rows, 0, 1));
    expect(cellName(moved, ['rows', 1, 'name'])).toBe(cellName(document, ['rows', 0, 'name']));
  });

  test('stays the same while the user types into its row', () => {
    const typed = setIn(document, ['rows', 0, 'name'], 'typed');
    expect(cellName(typed, ['rows', 0, 'name'])).toBe(cellName(document, ['rows', 0, 'name']));
  });

  test('distinguishes equal texts of a list', () => {
    expect(cellName(document, ['words', 0])).not.toBe(cellName(document, ['words', 1]));
  });

  test.each<[Path, string]>([
    [['a.b'], 'a%2eb'],
    [['c[0]'], 'c%5b0%5d'],
    [['x/y'], 'x%2fy'],
    [['"q\''], '%22q%27'],
    [['%2e'], '%252e'],
    [['a', 'b'], 'a/b'],
    [['a', '0'], 'a/0'],
  ])('of %j is %j', (path, wanted) => {
    expect(cellName({}, path)).toBe(wanted);
  });

  test('is flat for react-hook-form, and differs for different paths', () => {
    const key = fc.oneof(fc.constantFrom('a', 'a.b', 'a/b', '%2f', '[0]', ''), fc.string());
    const path = fc.array(key, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(cellName({}, a)).not.toMatch(/[.[\]'"]/);
        expect(cellName({}, a) === cellName({}, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 500 },
    );
  });
});
