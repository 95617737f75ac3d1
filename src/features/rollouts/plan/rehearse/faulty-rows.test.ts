import { expect, test } from 'vitest';
import { faultyRows, type FaultyWay } from './faulty-rows.ts';

const rows = Array.from({ length: 20 }, (_, index) => ({
  id: `id-${index + 1}`,
  name: `gw-${index + 1}`,
}));

test.each<[FaultyWay, string, readonly number[] | undefined]>([
  ['every', '7', [7, 14]],
  ['every', '1', rows.map((_, index) => index + 1)],
  ['every', '0', undefined],
  ['every', 'x', undefined],
  ['share', '10%', [6, 16]],
  ['share', '1', [11]],
  ['share', '101%', undefined],
  ['rows', '2, 5-7、gw-20', [2, 5, 6, 7, 20]],
  ['rows', 'id-3', [3]],
  ['rows', '21', undefined],
  ['rows', 'gw-99', undefined],
  ['rows', '', undefined],
])('%s %j is the rows %j', (way, text, numbers) => {
  const found = faultyRows({ way, text }, rows);
  expect(found && [...found].map((index) => index + 1)).toEqual(numbers);
});
