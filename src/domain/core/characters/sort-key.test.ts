import { expect, test } from 'vitest';
import { compareKeys, sortKeyOf } from './sort-key.ts';

test('numbers sort by value and letters without case', () => {
  const names = ['app-10', 'App-9', 'app-1.10', 'app-1.9', '节点 2', '节点 10', 'b', 'A'];
  const sorted = names.toSorted((a, b) => compareKeys(sortKeyOf(a), sortKeyOf(b)));
  expect(sorted).toEqual(['A', 'app-1.9', 'app-1.10', 'App-9', 'app-10', 'b', '节点 2', '节点 10']);
});
