import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_JSON_DEPTH, MAX_VALUES, parseJsonText } from './json-text.ts';
import { jsonFaults } from './validate-words.ts';

function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

describe('text that is not JSON', () => {
  test.each<readonly [text: string, fault: keyof typeof jsonFaults, offset: number]>([
    ['{"a": tru}', 'symbol', 6],
    ['{a: 1}', 'symbol', 1],
    ['NaN', 'symbol', 0],
    ['[+1]', 'symbol', 1],
    ['[-]', 'symbol', 1],
    ['[\u00a01]', 'symbol', 1],
    ["{'a': 1}", 'quotes', 1],
    ['[1.]', 'number', 1],
    ['[1e+]', 'number', 1],
    ['[01]', 'comma', 2],
    ['{"a": }', 'part', 6],
    ['[,1]', 'part', 1],
    ['{1: 2}', 'part', 1],
    ['{"a": 1 ,\n}', 'lastComma', 8],
    ['[1, ]', 'lastComma', 2],
    ['{"a" 1}', 'colon', 5],
    ['{"a": 1 "b": 2}', 'comma', 8],
    ['[1 2]', 'comma', 3],
    ['{"a": [1}', 'comma', 8],
    ['{"a": 1', 'end', 7],
    ['{"a":', 'end', 5],
    ['{"a"', 'end', 4],
    ['[1,\n', 'end', 4],
    ['{}{}', 'more', 2],
    ['[] ]', 'more', 3],
    ['// no\n{}', 'comment', 0],
    ['{"a": 1 /* one */}', 'comment', 8],
    ['{"a": "b\n"}', 'openText', 6],
    ['["a', 'openText', 1],
    ['["a\\x"]', 'escape', 3],
    ['["\\\\\\"\\u12G4"]', 'escape', 6],
    ['["a\tb"]', 'control', 3],
    ['["a\u0000b"]', 'control', 3],
  ])('%j is refused for: %s, at offset %i', (text, fault, offset) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(parseJsonText(text)).toEqual({ offset, message: jsonFaults[fault] });
  });

  test('is refused if and only if JSON.parse refuses it, always with an offset', () => {
    const pieces = '{ } [ ] , : "a" "b\\n" 1 -2.5e3 true null \n \t " \\ \' / // /* */ . e x'.split(
      ' ',
    );
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 12 })
      .map((some) => some.join(''));
    fc.assert(
      fc.property(fc.oneof(text, brokenJson()), (text) => {
        const json = parseJsonText(text);
        let isGood = true;
        try {
          expect('value' in json && json.value).toEqual(JSON.parse(text));
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          isGood = false;
        }
        expect('value' in json).toBe(isGood);
        if (!('value' in json)) {
          expect(json.message).not.toBe(jsonFaults.other);
          expect(json.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** JSON with one character inserted, removed or changed. */
function brokenJson() {
  const character = fc.constantFrom(...'{}[],:"\\\'/ \n\t0-+.eEu\u0001\u00a0x');
  return fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), character, fc.nat(1), fc.boolean())
    .map(([json, position, put, out, puts]) => {
      const place = position % (json.length + 1);
      return json.slice(0, place) + (puts ? put : '') + json.slice(place + out);
    });
}

describe('the limits', () => {
  test(`allow ${MAX_JSON_DEPTH} levels and no more`, () => {
    expect(parseJsonText(nested(MAX_JSON_DEPTH))).toHaveProperty('value');
    expect(parseJsonText(nested(MAX_JSON_DEPTH + 1))).toMatchObject({ offset: MAX_JSON_DEPTH });
  });

  test('hold for a million levels, closed or not, and inside text that is not JSON', () => {
    for (const text of [nested(1e6), '['.repeat(1e6), '{"a":'.repeat(1e6)]) {
      expect(parseJsonText(text)).not.toHaveProperty('value');
    }
    expect(parseJsonText(`/* " */ ${'['.repeat(1e6)}`)).toEqual({
      offset: 0,
      message: jsonFaults.comment,
    });
  });

  test('do not count brackets inside texts', () => {
    expect(parseJsonText(JSON.stringify(`\\"${'['.repeat(100)}\\`))).toHaveProperty('value');
  });

  test(`allow ${MAX_VALUES} values and no more`, () => {
    // The list itself is one.
    const members = Array<string>(MAX_VALUES - 1).fill('[ ]');
    expect(parseJsonText(`[${members.join()}]`)).toHaveProperty('value');
    expect(parseJsonText(`[${members.join()},1]`)).not.toHaveProperty('value');
  });
});
