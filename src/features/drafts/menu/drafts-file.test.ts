import { expect, test } from 'vitest';
import { readDraftsFile } from './drafts-file.ts';

const file = (drafts: unknown) =>
  JSON.stringify({ format: 'ief-builder-drafts', version: 1, drafts });

test('reads the drafts of a file, with their labels', () => {
  const text = file([{ label: 'A', savedAt: 'x', document: { name: 'a' } }, { document: {} }]);
  expect(readDraftsFile(text)).toEqual({
    drafts: [{ label: 'A', document: { name: 'a' } }, { document: {} }],
    refused: 0,
  });
});

test('omits entries without a document', () => {
  const text = file([1, {}, { document: [] }, { label: 1, document: { a: 1 } }]);
  expect(readDraftsFile(text)).toEqual({ drafts: [{ document: { a: 1 } }], refused: 0 });
});

test('counts drafts with a key __proto__, which an import refuses too', () => {
  const text = file([{ document: JSON.parse('{"a":{"__proto__":1}}') }, { document: { b: 1 } }]);
  expect(readDraftsFile(text)).toEqual({ drafts: [{ document: { b: 1 } }], refused: 1 });
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
