import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en } from '#src/app/words/en.ts';
import { zh } from '#src/app/words/zh.ts';
import { formatDuration } from './format-duration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

beforeAll(async () => {
  await i18next.init({ resources: { en: { translation: en }, zh: { translation: zh } } });
});

test.each([
  [0, 'less than 1 min', '不到 1 分钟'],
  [59_999, 'less than 1 min', '不到 1 分钟'],
  [MINUTE, '1 min', '1 分钟'],
  [HOUR - 1, '59 min', '59 分钟'],
  [HOUR, '1 h', '1 小时'],
  [23 * HOUR + 59 * MINUTE, '23 h 59 min', '23 小时 59 分钟'],
  [DAY + 5 * MINUTE, '1 day', '1 天'],
  [2 * DAY + 3 * HOUR, '2 days 3 h', '2 天 3 小时'],
  [-16 * MINUTE, '16 min', '16 分钟'],
])('%d ms is formatted as %s and %s', (ms, english, chinese) => {
  expect(formatDuration(i18next.getFixedT('en'), ms)).toBe(english);
  expect(formatDuration(i18next.getFixedT('zh'), ms)).toBe(chinese);
});
