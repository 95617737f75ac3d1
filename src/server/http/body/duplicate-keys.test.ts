import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '#src/testing/runs.ts';
import { hasDuplicateKeys } from './duplicate-keys.ts';
import { parseJson } from './parse-json.ts';

const has = (text: string) => {
  const json = parseJson(new TextEncoder().encode(text));
  if (!json.ok) throw new Error('not JSON');
  return hasDuplicateKeys(json);
};

it.each([
  '{"a":1,"a":1}',
  '{"a":1,"b":2,"a":3}',
  String.raw`{"a":1,"\u0061":2}`,
  '{"__proto__":1,"__proto__":2}',
  '[[{"a":{},"a":[]}]]',
  '{"a":[1,2,3],"a":{"b":[4,{}]}}',
  String.raw`{"a\"":"}\\","a\"":0}`,
])('finds a repeated key in %s', (text) => {
  expect(has(text)).toBe(true);
});

it.each([
  '1',
  '"a,{"',
  '{}',
  '[ ]',
  '[{}, {"a" : [ ] , "b":{\n}}]',
  '[{"a":1},{"a":2}]',
  '{"a":{"a":{"a":null}}}',
  '{"__proto__":{"a":1},"a":2}',
  String.raw`{"a\"":"\\","b":",,{[\""}`,
])('finds none in %s', (text) => {
  expect(has(text)).toBe(false);
});

it('finds none in the output of JSON.stringify, and one once a key is repeated', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
      (a, b) => {
        const [text, pair] = [JSON.stringify(a, null, 1), JSON.stringify(b)];
        expect(has(text)).toBe(false);
        expect(has(`[${text},{${pair.slice(1, -1)},${pair.slice(1)}]`)).toBe(true);
      },
    ),
    { numRuns: runs(500) },
  );
});
