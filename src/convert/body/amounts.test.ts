import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBytes, readQuantity, toCores, toMegabytes } from './amounts.ts';

describe('amounts of Kubernetes', () => {
  test.each([
    ['500m', '0.5'],
    ['1', '1'],
    ['1500m', '1.5'],
    ['.5', '0.5'],
    ['1e3', '1000'],
    ['2E-1', '0.2'],
    ['1u', '0.01 rounded'],
    ['0.1234', '0.123 rounded'],
    ['0', '0.01 rounded'],
  ])('%s of cpu is %s', (text, wanted) => {
    const { text: cores, isRounded } = toCores(readQuantity(text)!);
    expect(isRounded ? `${cores} rounded` : cores).toBe(wanted);
  });

  test.each([
    ['1Gi', '1024'],
    ['1.5Gi', '1536'],
    ['128M', '122.07 rounded'],
    ['129e6', '123.02 rounded'],
    ['128974848', '123'],
    ['128974848000m', '123'],
    ['1Ei', '1099511627776'],
    ['1k', '0.01 rounded'],
  ])('%s of memory is %s', (text, wanted) => {
    const { text: memory, isRounded } = toMegabytes(readQuantity(text)!);
    expect(isRounded ? `${memory} rounded` : memory).toBe(wanted);
  });

  test.each(['abc', '', '.', '1 Gi', '-1', '1KB', '1e', '1ei', '0x1', '1e1000', '1toString'])(
    '%j is not an amount',
    (text) => expect(readQuantity(text)).toBeUndefined(),
  );

  test('are exact: a sum of thousandths is that many thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 10_000_000 }), (thousandths) => {
        const { text, isRounded } = toCores(readQuantity(`${thousandths}m`)!);
        expect(isRounded).toBe(false);
        expect(Math.round(Number(text) * 1000)).toBe(thousandths);
      }),
    );
  });
});

test.each([
  ['64m', '64'],
  ['1g', '1024'],
  ['1.5gb', '1536'],
  ['512MiB', '512'],
  ['1024k', '1'],
  ['1048576', '1'],
  ['1048576b', '1'],
  ['2T', '2097152'],
])('%s of Docker is %s MB', (text, wanted) => {
  expect(toMegabytes(readBytes(text)!).text).toBe(wanted);
});
