import { expect, test } from 'vitest';
import type { JsonObject } from '#src/json/value.ts';
import { putValue } from './put-value.ts';

test.each([['__proto__'], ['a', '__proto__'], ['a', '__proto__', 'b'], ['constructor', 'b']])(
  'no value is put at %s/%s/%s, and nothing is polluted',
  (...keys) => {
    const body: JsonObject = { a: {} };
    expect(putValue(body, keys, 1)).toBeUndefined();
    expect(body).toEqual({ a: {} });
    expect(Object.prototype).not.toHaveProperty('b');
  },
);

test('a list gets no place beyond its end, and no property', () => {
  expect(putValue([1], ['length'], 0)).toBeUndefined();
  expect(putValue([1], ['2'], 0)).toBeUndefined();
  expect(putValue([1], ['1'], 2)).toEqual([1, 2]);
});
