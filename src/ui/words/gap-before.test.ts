import { expect, test } from 'vitest';
import { gapBefore } from './gap-before.ts';

test('Latin letters and digits get a space before them, Chinese does not', () => {
  expect(['collector', '2 项', '容器 1', ''].map((text) => `删除${gapBefore(text)}`)).toEqual([
    '删除 collector',
    '删除 2 项',
    '删除容器 1',
    '删除',
  ]);
});
