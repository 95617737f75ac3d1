import { expect, test } from 'vitest';
import { everydayAmount } from './everyday-amount.ts';

test.each([
  ['1024', '1 GiB'],
  ['1536', '1.5 GiB'],
  ['2000', '≈ 1.95 GiB'],
  ['1048576', '1 TiB'],
  ['512', undefined],
  ['', undefined],
  ['1Gi', undefined],
  ['-1024', undefined],
])('%s MB of memory are shown as %s', (text, expected) => {
  expect(everydayAmount(text, 'megabytes')).toBe(expected);
});

test.each([
  ['0.25', '250m'],
  ['0.5', '500m'],
  ['1', undefined],
  ['2.5', undefined],
  ['0', undefined],
  ['0.0001', undefined],
  ['500m', undefined],
])('%s cores are shown as %s', (text, expected) => {
  expect(everydayAmount(text, 'cores')).toBe(expected);
});

test('a number of pieces has no other unit', () => {
  expect(everydayAmount('2048', 'pieces')).toBeUndefined();
});
