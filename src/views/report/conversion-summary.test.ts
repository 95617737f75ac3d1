import { expect, test } from 'vitest';
import type { Entry } from '#src/convert/report/ledger.ts';
import { carriedSentence, reportText, type ConversionSummary } from './conversion-summary.ts';

const entry: Entry = {
  level: 'lost',
  source: 'services.web.build',
  line: 4,
  path: null,
  message: { en: '“.”: not built.', zh: '“.”：不构建。' },
};
const none = { items: [], count: 0 };
const summary: ConversionSummary = {
  kind: 'compose',
  carried: 41,
  values: 44,
  report: {
    lost: { items: [entry], count: 3 },
    changed: none,
    note: none,
    carried: {
      items: [{ ...entry, level: 'carried', path: '/name', file: 'web.env' }],
      count: 1,
    },
  },
};

test('the sentence contains the number of carried values and of all values', () => {
  expect(carriedSentence(summary)).toEqual({
    en: 'Carried 41 of 44 values',
    zh: '已保留 41 个值（共 44 个）',
  });
});

test('the text has a line for each entry, and counts the entries that are not listed', () => {
  expect(reportText(summary, ({ en }) => en).split('\n')).toEqual([
    'Carried 41 of 44 values',
    'lost\t4\tservices.web.build\t-\t“.”: not built.',
    'lost\t… 2',
    'carried\tweb.env:4\tservices.web.build\t/name\t“.”: not built.',
  ]);
});
