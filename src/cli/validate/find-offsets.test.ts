import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Path } from '#src/json/path.ts';
import { isJsonObject } from '#src/json/value.ts';
import { createLines } from '#src/domain/core/json-text/text-lines.ts';
import { parseJsonText } from './json-text.ts';
import { findOffsets } from './find-offsets.ts';

/** `line:column` of the value at a path of a JSON text. */
function placeOf(text: string, path: Path): string {
  const json = parseJsonText(text);
  if (!('value' in json)) throw new Error('This is not JSON.');
  const placeAt = createLines(text);
  const { line, column } = placeAt(findOffsets(text, [path])[0]!);
  return `${line}:${column}`;
}

/** Every value in a JSON value that holds no others, with its path. */
function* leaves(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* leaves(member, [...path, index]);
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* leaves(member, [...path, key]);
  } else {
    yield [path, value];
  }
}

describe('the place of a value', () => {
  const text = '{\n  "a": [\n    [1, 2],\n    {"b": [ {}, {"c": null} ]}\n  ],\n  "d": "e"\n}\n';

  test.each<readonly [path: Path, place: string]>([
    [[], '1:1'],
    [['a'], '2:8'],
    [['a', 0], '3:5'],
    [['a', 0, 1], '3:9'],
    [['a', 1, 'b', 1], '4:17'],
    [['a', 1, 'b', 1, 'c'], '4:23'],
    [['d'], '6:8'],
  ])('%j is at %s', (path, place) => {
    expect(placeOf(text, path)).toBe(place);
  });

  test.each<readonly [what: string, path: Path, place: string]>([
    ['at the root, its opening brace', ['x'], '1:1'],
    ['in an object after a key, that key', ['a', 'x'], '2:3'],
    ['two levels too deep, the last key that is there', ['a', 'x', 'y', 0], '2:3'],
    ['in an object of a list, its opening brace', ['a', 1, 'x'], '4:5'],
    ['after the end of a list, its key', ['a', 1, 'b', 2], '4:6'],
    ['after the end of a list in a list, its opening bracket', ['a', 0, 2], '3:5'],
    ['under a text, its key', ['d', 'x'], '6:3'],
    ['by an index into an object, its opening brace', ['a', 1, 0], '4:5'],
  ])('of a missing one is, %s', (_, path, place) => {
    expect(placeOf(text, path)).toBe(place);
  });

  test('counts a tab as one column', () => {
    expect(placeOf('{\n\t\t"a":\t1}', ['a'])).toBe('2:8');
  });

  test('counts UTF-16 units: one for a Chinese character, two for an emoji', () => {
    expect(placeOf('{"键": 1, "b": 2}', ['b'])).toBe('1:15');
    expect(placeOf('{"😀": 1, "b": 2}', ['b'])).toBe('1:16');
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('counts lines that end with %s', (_, end) => {
    const lines = ['{', '  "a": 1,', '', '  "b": [', '    2', '  ]', '}'];
    expect(placeOf(lines.join(end), ['b', 0])).toBe('5:5');
  });

  test('does not treat U+2028 inside a text as the end of a line', () => {
    expect(placeOf('{"a": "\u2028", "b": 2}', ['b'])).toBe('1:17');
  });

  test('is that of the last of repeated keys, whose value counts', () => {
    expect(placeOf('{"a": 1,\n "a": {"b": 2}}', ['a', 'b'])).toBe('2:13');
  });

  test.each([
    ['a key with a dot', '{"a": {"b": 1}, "a.b": 2}', ['a.b'], '1:24'],
    ['a key written with escapes', '{"\\u0061\\n": 2}', ['a\n'], '1:14'],
    ['an empty key', '{"": {"": 2}}', ['', ''], '1:11'],
    ['a key that looks like an index', '{"0": 1}', ['0'], '1:7'],
    ['the key __proto__', '{"__proto__": {"a": 1}}', ['__proto__', 'a'], '1:21'],
    ['the key constructor where it is not', '{"a": {}}', ['a', 'constructor'], '1:2'],
  ])('is found for %s', (_, text, path, place) => {
    expect(placeOf(text, path)).toBe(place);
  });

  test('leads to the text of the value, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const json = parseJsonText(text);
        if (!('value' in json)) throw new Error('This is not JSON.');
        const placeAt = createLines(text);
        for (const [path, leaf] of leaves(json.value)) {
          const original = JSON.stringify(leaf);
          const { line, column } = placeAt(findOffsets(text, [path])[0]!);
          const lines = text.split('\n');
          expect(lines[line - 1]!.startsWith(original, column - 1)).toBe(true);
        }
      }),
    );
  });
});

test('the place of the end of a text is after its last character', () => {
  expect(createLines('ab\nc')(4)).toEqual({ line: 2, column: 2 });
  expect(createLines('ab\n')(3)).toEqual({ line: 2, column: 1 });
  expect(createLines('')(0)).toEqual({ line: 1, column: 1 });
});
