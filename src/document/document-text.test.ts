import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentText } from './document-text.ts';
import { anyJson, parse } from './documents.testing.ts';

test('the text is indented by two, in the order of the keys, without a final line break', () => {
  expect(documentText({ b: 1, a: ['', null] })).toBe(
    '{\n  "b": 1,\n  "a": [\n    "",\n    null\n  ]\n}',
  );
});

test('parsing the text returns the same document', () => {
  fc.assert(
    fc.property(anyJson, (document) => {
      const text = documentText(document);
      expect(documentText(parse(text))).toBe(text);
      expect(JSON.stringify(parse(text))).toBe(JSON.stringify(document));
    }),
    { numRuns: 300 },
  );
});

test('the text survives encoding in UTF-8, including unpaired surrogates', () => {
  fc.assert(
    fc.property(anyJson, (document) => {
      const text = documentText(document);
      expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(text))).toBe(
        text,
      );
    }),
    { numRuns: 200 },
  );
  expect(documentText('\ud800')).toBe('"\\ud800"');
});
