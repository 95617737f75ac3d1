import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from './document-text.ts';
import { anyEdit, anyJson, applyEdit, clone, parse } from './documents.testing.ts';
import type { Json } from '#src/json/value.ts';
import { countLines, printLines } from './lines.ts';

const linesOf = (document: Json) => JSON.stringify(document, null, 2).split('\n');

describe('printed whole', () => {
  test('any document is JSON.stringify with an indent of two', () => {
    fc.assert(
      fc.property(anyJson, (document) => {
        expect(printLines(document, 0, Infinity).join('\n')).toBe(
          JSON.stringify(document, null, 2),
        );
        expect(countLines(document)).toBe(linesOf(document).length);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, string]>([
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['empty parts', '{"a":{},"b":[],"c":[{},[]]}'],
    ['falsy members', '["",0,false,null]'],
    ['an empty key', '{"":{"":[]}}'],
    ['own __proto__ keys', '{"__proto__":{"__proto__":1},"a":2}'],
    ['a key named toJSON', '{"toJSON":"x"}'],
    ['keys that look like indexes', '{"10":1,"2":2,"a":3}'],
    ['quotes, line breaks and unpaired surrogates', '{"a\\n\\"b":"c\\n\\u2028\\ud800"}'],
    ['a leaf', '"x"'],
  ])('%s', (_what, source) => {
    const document = parse(source);
    expect(printLines(document, 0, Infinity)).toEqual(linesOf(document));
    expect(countLines(document)).toBe(linesOf(document).length);
  });
});

describe('a range of lines', () => {
  test('is a slice of the whole text, for any document and range', () => {
    fc.assert(
      fc.property(anyJson, fc.nat(60), fc.nat(60), (document, from, to) => {
        expect(printLines(document, from, to)).toEqual(linesOf(document).slice(from, to));
      }),
      { numRuns: 500 },
    );
  });

  const document = { a: [1, { b: 2 }], c: {}, d: [[], 'x'] };
  const count = linesOf(document).length;
  const windows = Array.from({ length: count + 1 }, (_, from) => [from] as const);

  test.each(windows)('from line %d is correct for every end', (from) => {
    for (let to = 0; to <= count + 2; to++)
      expect(printLines(document, from, to)).toEqual(linesOf(document).slice(from, to));
  });

  test('of a long document is printed without the other lines', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ name: `n${at}`, value: '' }));
    const long = { rows };
    expect(countLines(long)).toBe(linesOf(long).length);
    expect(printLines(long, 40_000, 40_010)).toEqual(linesOf(long).slice(40_000, 40_010));
  });
});

describe('after edits', () => {
  test('any range is a slice of the whole text', () => {
    const window = fc.tuple(fc.nat(30), fc.oneof(fc.nat(60), fc.constant(Infinity)));
    fc.assert(
      fc.property(
        anyJson,
        fc.array(fc.tuple(anyEdit, window), { maxLength: 12 }),
        (document, steps) => {
          let present = document;
          for (const [edit, [from, to]] of steps) {
            present = applyEdit(present, edit);
            expect(printLines(present, from, to)).toEqual(linesOf(present).slice(from, to));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('cached line counts are those of a fresh document', () => {
    fc.assert(
      fc.property(anyJson, fc.array(anyEdit, { maxLength: 8 }), (document, edits) => {
        countLines(document);
        let present = document;
        for (const edit of edits) {
          present = applyEdit(present, edit);
          expect(countLines(present)).toBe(countLines(clone(present)));
        }
        expect(printLines(present, 0, Infinity)).toEqual(linesOf(present));
      }),
      { numRuns: 200 },
    );
  });
});

test('the shown lines are exactly the sent text', () => {
  fc.assert(
    fc.property(anyJson, (document) => {
      expect(printLines(document, 0, Infinity).join('\n')).toBe(documentText(document));
    }),
    { numRuns: 200 },
  );
});
