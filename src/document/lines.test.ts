import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from './bytes.ts';
import { anyEdit, anyJson, applyEdit, clone, parse } from './documents.testing.ts';
import type { Json } from '#src/json/value.ts';
import { countLines, createPrinter, type Printer } from './lines.ts';

const printLines: Printer = (...wanted) => createPrinter()(...wanted);
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
    ['quotes, breaks and lone surrogates', '{"a\\n\\"b":"c\\n\\u2028\\ud800"}'],
    ['a leaf', '"x"'],
  ])('%s', (_what, source) => {
    const document = parse(source);
    expect(printLines(document, 0, Infinity)).toEqual(linesOf(document));
    expect(countLines(document)).toBe(linesOf(document).length);
  });
});

describe('a window', () => {
  test('is the slice of the whole, for any document and any window', () => {
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

  test.each(windows)('from line %d on is right for every end', (from) => {
    for (let to = 0; to <= count + 2; to++)
      expect(printLines(document, from, to)).toEqual(linesOf(document).slice(from, to));
  });

  test('of a long document is printed without the rest', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ name: `n${at}`, value: '' }));
    const long = { rows };
    expect(countLines(long)).toBe(linesOf(long).length);
    expect(printLines(long, 40_000, 40_010)).toEqual(linesOf(long).slice(40_000, 40_010));
  });
});

describe('after edits', () => {
  test('remembered counts are those of a fresh document', () => {
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

describe('a printer that has printed before', () => {
  test('prints any document after any edits, in any window, as one that has not', () => {
    const window = fc.tuple(fc.nat(30), fc.oneof(fc.nat(60), fc.constant(Infinity)));
    fc.assert(
      fc.property(
        anyJson,
        fc.array(fc.tuple(anyEdit, window), { maxLength: 12 }),
        (document, steps) => {
          const print = createPrinter();
          print(document, 0, Infinity);
          let present = document;
          for (const [edit, [from, to]] of steps) {
            present = applyEdit(present, edit);
            expect(print(present, from, to)).toEqual(linesOf(present).slice(from, to));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('looks only into what an edit changed', () => {
    const looked: string[] = [];
    const row = (name: string) =>
      Object.defineProperty({}, 'name', {
        enumerable: true,
        get() {
          looked.push(name);
          return name;
        },
      }) as Json;
    const [one, other] = [row('one'), row('other')];
    const print = createPrinter();
    print({ rows: [one, other] }, 0, Infinity);
    looked.length = 0;
    const changed = { rows: [one, row('new')] };
    const lines = print(changed, 0, Infinity);
    expect([...new Set(looked)]).toEqual(['new']);
    expect(lines).toEqual(linesOf(changed));
  });
});

test('the shown lines are the bytes that are sent', () => {
  fc.assert(
    fc.property(anyJson, (document) => {
      expect(printLines(document, 0, Infinity).join('\n')).toBe(documentText(document));
    }),
    { numRuns: 200 },
  );
});
