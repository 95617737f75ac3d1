import { expect, test } from 'vitest';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { formatTimestamp } from './format-timestamp.ts';

const wire = '2020-09-23 02:38:17.894471458 +0000 UTC';

test.each(['en', 'zh'] as const)('formats a timestamp of the service in %s', (language) => {
  const date = new Date('2020-09-23T02:38:17.894Z');
  expect(formatTimestamp(wire, language)).toBe(formatDateTime(date, language, 'long'));
});

test.each(['', 'yesterday', '2020-02-30T00:00:00Z'])('returns “%s” unchanged', (text) => {
  expect(formatTimestamp(text, 'en')).toBe(text);
});
