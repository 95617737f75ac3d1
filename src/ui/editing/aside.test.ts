import { expect, test } from 'vitest';
import { createAside } from './aside.ts';

test('what was kept last comes back, falsy values too; nothing for what was never kept', () => {
  const aside = createAside();
  aside.keep('a', 'old');
  aside.keep('a', { name: 'new' });
  aside.keep('b', '');
  aside.keep('c', null);
  expect(aside.recall('a')).toEqual({ name: 'new' });
  expect(aside.recall('b')).toBe('');
  expect(aside.recall('c')).toBeNull();
  expect(aside.recall('toString')).toBeUndefined();
});

test('keeping nothing forgets', () => {
  const aside = createAside();
  aside.keep('a', 'x');
  aside.keep('a', undefined);
  expect(aside.recall('a')).toBeUndefined();
});

test('two tables share nothing', () => {
  const [one, other] = [createAside(), createAside()];
  one.keep('a', 'x');
  expect(other.recall('a')).toBeUndefined();
});
