import { expect, test, vi } from 'vitest';
import { rememberWords } from './word-memory.ts';
import type { Translate } from './words.ts';

function counted() {
  const ask = vi.fn<(key: string, gaps?: Record<string, unknown>) => string>((key, gaps) =>
    [key, ...Object.values(gaps ?? {})].join(' '),
  );
  // Any key will do here.
  const t = rememberWords(ask as unknown as Translate) as unknown as typeof ask;
  return { ask, t };
}

test('the same key with the same words in it is asked for once', () => {
  const { ask, t } = counted();
  expect([t('a'), t('a'), t('a', { n: 1 }), t('a', { n: 1 })]).toEqual(['a', 'a', 'a 1', 'a 1']);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('other words in it are other words', () => {
  const { t } = counted();
  expect([t('a', { n: 1 }), t('a', { n: '1' }), t('a', { m: 1 }), t('a', { n: 2 })]).toEqual([
    'a 1',
    'a 1',
    'a 1',
    'a 2',
  ]);
  expect([t('a', { x: 'b', y: 'c' }), t('a', { x: 'b c', y: '' })]).toEqual(['a b c', 'a b c ']);
});

test('what is no text or number is asked for each time', () => {
  const { ask, t } = counted();
  t('a', { when: new Date(0) });
  t('a', { when: new Date(0) });
  expect(ask).toHaveBeenCalledTimes(2);
});

test('it forgets before it grows without end', () => {
  const { ask, t } = counted();
  for (let n = 0; n < 10_000; n++) t('a', { n });
  expect(t('a', { n: 9999 })).toBe('a 9999');
  expect(ask).toHaveBeenCalledTimes(10_000);
  t('a', { n: 0 });
  expect(ask).toHaveBeenCalledTimes(10_001);
});
