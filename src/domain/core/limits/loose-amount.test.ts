import { describe, expect, test } from 'vitest';
import { bytesInMegabytes, readLooseAmount, type Quantity } from './loose-amount.ts';

describe('an amount in common notations', () => {
  test.each<[Quantity, string, string]>([
    ['cores', '500m', '0.5'],
    ['cores', '1500m', '1.5'],
    ['cores', '1m', '0.001'],
    ['cores', '250000u', '0.25'],
    ['cores', '100000000n', '0.1'],
    ['cores', '2 cores', '2'],
    ['cores', '2核', '2'],
    ['cores', '5００ｍ', '0.5'],
    ['megabytes', '1Gi', '1024'],
    ['megabytes', '1.5GiB', '1536'],
    ['megabytes', '1G', '1024'],
    ['megabytes', '512Mi', '512'],
    ['megabytes', '512 MB', '512'],
    ['megabytes', '512m', '512'],
    ['megabytes', '512兆', '512'],
    ['megabytes', '1Ki', '0.0009765625'],
    ['megabytes', '524288K', '512'],
    ['megabytes', '1048576b', '1'],
    ['megabytes', '2Ti', '2097152'],
    ['pieces', '2个', '2'],
    ['pieces', '1 NPU', '1'],
    ['cores', '1,5', '1.5'],
    ['cores', '0,250', '0.25'],
    ['megabytes', '1,024,000', '1024000'],
    ['megabytes', '1 024', '1024'],
    ['megabytes', '1_000', '1000'],
    ['cores', '０．５', '0.5'],
    ['cores', '0。5', '0.5'],
    ['cores', '.5', '0.5'],
    ['cores', '5.', '5'],
    ['cores', '+1', '1'],
    ['cores', '1e3', '1000'],
    ['cores', '1E-2', '0.01'],
    ['cores', '\u00a00.5\u200b', '0.5'],
    ['cores', '0.50 ', '0.5'],
    ['cores', '0m', '0'],
  ])('%s: %j is %s', (quantity, text, value) => {
    expect(readLooseAmount(text, quantity)?.value).toBe(value);
  });

  test('a comma before three digits has two interpretations', () => {
    expect(readLooseAmount('1,024', 'megabytes')).toEqual({
      value: '1024',
      hasUnit: false,
      otherwise: '1.024',
    });
  });

  test.each<[Quantity, string]>([
    ['cores', ''],
    ['cores', 'm'],
    ['cores', '.'],
    ['cores', '-1'],
    ['cores', '1-2'],
    ['cores', '1.2.3'],
    ['cores', '1,2,3'],
    ['cores', '0x10'],
    ['cores', '50%'],
    ['cores', '1Gi'],
    ['megabytes', '1core'],
    ['megabytes', 'constructor'],
    ['megabytes', '1constructor'],
    ['pieces', '500m'],
    ['cores', '1'.repeat(49)],
  ])('%s: %j has no certain meaning', (quantity, text) => {
    expect(readLooseAmount(text, quantity)).toBeUndefined();
  });
});

test('bytes are converted without rounding', () => {
  expect(bytesInMegabytes('134217728')).toBe('128');
  expect(bytesInMegabytes('1000000000')).toBe('953.67431640625');
  expect(bytesInMegabytes('1.5')).toBeUndefined();
});
