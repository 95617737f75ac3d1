import { expect, test } from 'vitest';
import { toRecord, MAX_LEVELS, openRecord, successionOf, type DraftFault } from './draft-record.ts';

const head = { id: 'first', revision: 3, savedAt: 1 };
const document = { name: 'edge', more: [1.5, null, '\ud800', { '': true }] };
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test('a record returns the document that was put into it', () => {
  const draft = { ...head, writer: 'a', base: 2, document };
  const record = toRecord(draft);
  expect(record).toMatchObject({ ...head, version: 2 });
  expect(openRecord(record)).toEqual({ ok: true, draft });
  expect(openRecord(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, draft });
});

test('reads records of older pages', () => {
  const draft = { ...head, document };
  expect(openRecord({ ...head, version: 1, document })).toEqual({ ok: true, draft });
  const text = JSON.stringify(document);
  expect(openRecord({ ...head, version: 2, text })).toEqual({ ok: true, draft });
});

const unreadable: readonly (readonly [string, unknown, DraftFault])[] = [
  ['nothing', undefined, 'noText'],
  ['null', null, 'noText'],
  ['a text', 'draft', 'noText'],
  ['a newer version', { ...head, version: 3, text: '{}' }, 'newer'],
  ['a newer version without a text', { ...head, version: 3 }, 'newer'],
  ['a version that is not a number', { ...head, version: '2', text: '{}' }, 'head'],
  ['the first version without its document', { ...head, version: 1, document: null }, 'noText'],
  ['no text', { ...head, version: 2, document }, 'noText'],
  ['an empty text', { ...head, version: 2, text: '' }, 'noText'],
  ['an object as text', { ...head, version: 2, text: {} }, 'text'],
  ['a torn text', { ...head, version: 2, text: '{"name": "ed' }, 'text'],
  ['deep nesting', { ...head, version: 2, text: nested(5000) }, 'deep'],
  ['deep nesting as objects', { ...head, version: 1, document: JSON.parse(nested(5000)) }, 'deep'],
  ['one level too many', { ...head, version: 2, text: nested(MAX_LEVELS + 1) }, 'deep'],
  ['no id', { ...head, id: 1, version: 2, text: '{}' }, 'head'],
  ...['3', undefined, Number.NaN, Infinity, 2 ** 53, 1e308, -1, 1.5].map(
    (revision): readonly [string, unknown, DraftFault] => [
      `revision ${revision}`,
      { ...head, revision, version: 2, text: '{}' },
      'head',
    ],
  ),
  ...['1', undefined, Number.NaN, Infinity, 1e300, -1e300].map(
    (savedAt): readonly [string, unknown, DraftFault] => [
      `date ${savedAt}`,
      { ...head, savedAt, version: 2, text: '{}' },
      'head',
    ],
  ),
  ['a writer that is not a text', { ...head, writer: 1, version: 2, text: '{}' }, 'head'],
];

test.each(unreadable)('refuses a record with %s, with a reason', (_what, value, fault) => {
  expect(openRecord(value)).toEqual({ ok: false, fault });
});

test('opens a document of the deepest nesting allowed', () => {
  expect(openRecord({ ...head, version: 2, text: nested(MAX_LEVELS) }).ok).toBe(true);
});

test.each([
  [
    'a record of the same page',
    { revision: 5, writer: 'a', base: 3 },
    { revision: 4, writer: 'a' },
    'replaces',
  ],
  [
    'a later save of the same page',
    { revision: 5, writer: 'a', base: 3 },
    { revision: 6, writer: 'a' },
    'earlier',
  ],
  [
    'the record it was read from',
    { revision: 4, writer: 'a', base: 3 },
    { revision: 3, writer: 'b' },
    'replaces',
  ],
  [
    'the record it was read from, by an older page',
    { revision: 4, writer: 'a', base: 3 },
    { revision: 3 },
    'replaces',
  ],
  [
    'a later save of another tab',
    { revision: 5, writer: 'a', base: 3 },
    { revision: 4, writer: 'b' },
    'forked',
  ],
  [
    'the first save of another tab',
    { revision: 1, writer: 'a' },
    { revision: 1, writer: 'b' },
    'forked',
  ],
  [
    'a lower revision of another tab',
    { revision: 9, writer: 'a', base: 7 },
    { revision: 1, writer: 'b' },
    'forked',
  ],
  ['a lower revision, by an older page', { revision: 5 }, { revision: 4, writer: 'b' }, 'replaces'],
  ['a higher revision, by an older page', { revision: 3 }, { revision: 4, writer: 'b' }, 'earlier'],
] as const)('a record compared with %s', (_what, next, stored, expected) => {
  const one = { id: 'first', version: 2, savedAt: 1 } as const;
  expect(successionOf({ ...one, ...next }, { ...one, ...stored })).toBe(expected);
});
