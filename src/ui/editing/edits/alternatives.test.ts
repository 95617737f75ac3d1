import { expect, test } from 'vitest';
import { createAlternatives } from './alternatives.ts';

test('recalls the last value, even a falsy one; undefined for an unknown name', () => {
  const alternatives = createAlternatives();
  alternatives.remember('a', 'old');
  alternatives.remember('a', { name: 'new' });
  alternatives.remember('b', '');
  alternatives.remember('c', null);
  expect(alternatives.recall('a')).toEqual({ name: 'new' });
  expect(alternatives.recall('b')).toBe('');
  expect(alternatives.recall('c')).toBeNull();
  expect(alternatives.recall('toString')).toBeUndefined();
});

test('keeping nothing forgets the value', () => {
  const alternatives = createAlternatives();
  alternatives.remember('a', 'x');
  alternatives.remember('a', undefined);
  expect(alternatives.recall('a')).toBeUndefined();
});

test('two tables share nothing', () => {
  const [one, other] = [createAlternatives(), createAlternatives()];
  one.remember('a', 'x');
  expect(other.recall('a')).toBeUndefined();
});
