import { expect, test } from 'vitest';
import { formatAge } from './format-age.ts';

test.each([
  [-60_000, 'just now', '刚刚'],
  [999, 'just now', '刚刚'],
  [12_400, '12 s ago', '12 秒前'],
  [59_999, '59 s ago', '59 秒前'],
  [3_599_999, '59 min ago', '59 分钟前'],
  [5 * 3_600_000, '5 h ago', '5 小时前'],
  [49 * 3_600_000, '2 d ago', '2 天前'],
])('%d ms is %s', (age, en, zh) => {
  expect([formatAge(age, 'en'), formatAge(age, 'zh')]).toEqual([en, zh]);
});
