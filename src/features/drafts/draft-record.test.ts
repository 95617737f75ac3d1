import { expect, test } from 'vitest';
import { closeDraft, openRecord } from './draft-record.ts';

const head = { id: 'first', revision: 3, savedAt: 1 };
const document = { name: 'edge', more: [1.5, null, '\ud800', { '': true }] };

test('a document comes out of its record as it went in', () => {
  const record = closeDraft({ ...head, document });
  expect(record).toMatchObject({ ...head, version: 2 });
  expect(openRecord(record)).toEqual({ ...head, document });
  expect(openRecord(JSON.parse(JSON.stringify(record)))).toEqual({ ...head, document });
});

test('a record of the first version is read', () => {
  expect(openRecord({ ...head, version: 1, document })).toEqual({ ...head, document });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'draft'],
  ['a newer version', { ...head, version: 3, text: '{}' }],
  ['the first version without its document', { ...head, version: 1, document: null }],
  ['no text', { ...head, version: 2, document }],
  ['no revision', { ...head, revision: '3', version: 2, text: '{}' }],
  ['no time', { ...head, savedAt: undefined, version: 2, text: '{}' }],
  ['no id', { ...head, id: 1, version: 2, text: '{}' }],
])('%s is no record', (_what, value) => {
  expect(openRecord(value)).toBeUndefined();
});

test('a record whose text was torn cannot be opened', () => {
  expect(openRecord({ ...head, version: 2, text: '{"name": "ed' })).toBeUndefined();
});
