import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Size } from '#src/json/utf8-size.ts';
import { documentSize } from './document-size.ts';
import { documentText } from './document-text.ts';
import { anyEdit, anyJson, applyEdit } from './documents.testing.ts';

test('the size is that of the text, for any document', () => {
  fc.assert(
    fc.property(anyJson, (document) => {
      expect(documentSize(document)).toBe(utf8Size(documentText(document)));
    }),
    { numRuns: 300 },
  );
});

test('the size is right after any edits', () => {
  fc.assert(
    fc.property(anyJson, fc.array(anyEdit, { maxLength: 5 }), (start, edits) => {
      let document = start;
      for (const edit of edits) {
        document = applyEdit(document, edit);
        expect(documentSize(document)).toBe(utf8Size(documentText(document)));
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  '"',
  '\\',
  '\n',
  '\u0001',
  '\u007f',
  'é',
  '灯',
  '😀',
  '\ud800',
  '~',
  ' ',
  '#',
  '[',
  ']',
])('the size of a text with %j', (letter) => {
  for (const document of [letter, { [letter]: letter }])
    expect(documentSize(document)).toBe(utf8Size(documentText(document)));
});
