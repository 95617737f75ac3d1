import { expect, test } from 'vitest';
import { shorten } from './shorten.ts';

test('a short text is not cut', () => {
  expect(shorten('a\nb').more).toBeUndefined();
  expect(shorten('1\n2\n3\n4\n5\n6').more).toBeUndefined();
  expect(shorten('x'.repeat(400)).more).toBeUndefined();
});

test('a text of many lines is cut, with the number of all lines', () => {
  expect(shorten('1\n2\n3\n4\n5\n6\n7\n8')).toEqual({
    shown: '1\n2\n3\n4\n5\n6',
    more: { kind: 'lines', count: 8 },
  });
  expect(shorten('\n'.repeat(9)).more).toEqual({ kind: 'lines', count: 10 });
});

test('a long line is not cut inside a character', () => {
  const { shown, more } = shorten(`${'x'.repeat(399)}😀${'y'.repeat(100)}`);
  expect(shown).toBe('x'.repeat(399));
  expect(more).toEqual({ kind: 'characters', count: 501 });
});
