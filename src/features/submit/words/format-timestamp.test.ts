import { expect, test } from 'vitest';
import { formatTimestamp } from './format-timestamp.ts';

const wire = '2020-09-23 02:38:17.894471458 +0000 UTC';

test.each([
  ['en', 'en-GB'],
  ['zh', 'zh-CN'],
] as const)('a time of the service is said in the language %s', (language, locale) => {
  const said = new Date('2020-09-23T02:38:17.894Z').toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
  expect(formatTimestamp(wire, language)).toBe(said);
  expect(said).toContain('2020');
});

test.each(['', 'yesterday', '2020-02-30T00:00:00Z'])('“%s” stays as it came', (text) => {
  expect(formatTimestamp(text, 'en')).toBe(text);
});
