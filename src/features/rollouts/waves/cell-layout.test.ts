import { expect, test } from 'vitest';
import { cellAt, layOutCells } from './cell-layout.ts';

test.each([
  [[1, 3, 6]],
  [[1, 30, 150, 300]],
  [[1, 100, 1000]],
  [[10_000]],
  [Array.from({ length: 100 }, (_, index) => (index + 1) * 100)],
])('every node has a cell of its own within the width (%#)', (waves) => {
  const width = 1072;
  const layout = layOutCells(waves, width);
  const { cells, size, height } = layout;
  expect(cells).toHaveLength(waves.at(-1)!);
  expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(cells.length);
  expect(Math.max(...cells.map(({ x }) => x)) + size).toBeLessThanOrEqual(width);
  expect(Math.max(...cells.map(({ y }) => y)) + size).toBeLessThanOrEqual(height);
  expect(layout.labels[0]).toEqual({ wave: 1, x: 0 });
});

test('a point leads to its cell', () => {
  const layout = layOutCells([1, 30], 1072);
  const { x, y } = layout.cells[12]!;
  expect(cellAt(layout, x + 3, y + 3)).toBe(12);
  expect(cellAt(layout, 3, 3)).toBeUndefined();
});
