import { expect, test } from 'vitest';
import { readDraftsFile } from './drafts-file.ts';

const file = (drafts: unknown) =>
  JSON.stringify({ format: 'ief-builder-drafts', version: 1, drafts });

test('reads the drafts of a file, with their labels', () => {
  const text = file([{ label: 'A', savedAt: 'x', document: { name: 'a' } }, { document: {} }]);
  expect(readDraftsFile(text)).toEqual([{ label: 'A', document: { name: 'a' } }, { document: {} }]);
});

test('omits entries without a document', () => {
  expect(readDraftsFile(file([1, {}, { document: [] }, { label: 1, document: { a: 1 } }]))).toEqual(
    [{ document: { a: 1 } }],
  );
});

test.each([
  ['a body', '{"name": "web"}'],
  ['another version', '{"format": "ief-builder-drafts", "version": 2, "drafts": []}'],
  ['no list', '{"format": "ief-builder-drafts", "version": 1, "drafts": {}}'],
  ['a damaged text', '{"format"'],
  [
    'deep nesting',
    file([{ document: JSON.parse(`{"a":${'['.repeat(1500)}${']'.repeat(1500)}}`) }]),
  ],
])('refuses %s', (_what, text) => {
  expect(readDraftsFile(text)).toBeUndefined();
});
