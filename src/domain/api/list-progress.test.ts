import { expect, test } from 'vitest';
import { trackList } from './list-progress.ts';

const limits = { pageSize: 3, maxPages: 4 };

test('a full page or a larger count has more; otherwise the list ends', () => {
  expect(trackList(limits).add(['a', 'b'], undefined)).toBe('end');
  expect(trackList(limits).add(['a', 'b', 'c'], 3)).toBe('more');
  expect(trackList(limits).add(['a'], 2)).toBe('more');
  expect(trackList(limits).add([], 1_000)).toBe('end');
});

test('the next page starts after the records that arrived', () => {
  const list = trackList(limits);
  list.add(['a', 'b'], 9);
  list.add(['c'], 9);
  expect(list.offset).toBe(3);
});

test('stops at a page without new records, and after the most pages', () => {
  const repeating = trackList(limits);
  expect(['a', 'a'].map((id) => repeating.add([id], 9))).toEqual(['more', 'stopped']);
  const endless = trackList(limits);
  const states = [1, 2, 3, 4].map((id) => endless.add([id], 1_000_000));
  expect(states).toEqual(['more', 'more', 'more', 'stopped']);
});
