import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatClockTime, formatDateTime } from './format-time.ts';

const at = Date.UTC(2026, 10, 28, 22, 30, 5);
const zone = process.env.TZ;

beforeEach(() => {
  process.env.TZ = 'Asia/Shanghai';
});

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  ['en', 'short', '29 Nov 2026, 06:30'],
  ['en', 'long', '29 Nov 2026, 06:30:05 GMT+8'],
  ['zh', 'short', '2026-11-29 06:30'],
  ['zh', 'long', '2026-11-29 06:30:05 GMT+08:00'],
] as const)('formats a date and time in %s, %s', (language, length, text) => {
  expect(formatDateTime(at, language, length)).toBe(text);
});

test.each(['en', 'zh'] as const)('formats a time of day in %s', (language) => {
  expect(formatClockTime(at, language)).toBe('06:30:05');
});
