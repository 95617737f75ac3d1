import { describe, expect, test } from 'vitest';
import { oddKeys, parse } from './documents.testing.ts';
import { removeIn, replaceKey, setIn } from './edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json, JsonObject } from '#src/json/value.ts';

const text = (document: Json) => JSON.stringify(document);

describe('getIn', () => {
  test.each<[string, Path]>([
    ['a key of a prototype', ['toString']],
    ['the prototype itself', ['__proto__']],
    ['the length of a list', ['list', 'length']],
    ['an index given as a string', ['list', '0']],
    ['an index after the end', ['list', 2]],
    ['a negative index', ['list', -1]],
    ['a key below a leaf', ['leaf', 'length']],
    ['a key below null', ['nothing', 'a']],
    ['a key below an absent one', ['absent', 'a']],
  ])('finds nothing at %s', (_what, path) => {
    expect(getIn({ list: [1, 2], leaf: 'x', nothing: null }, path)).toBeUndefined();
  });

  test.each(['', 0, false, null])('finds the falsy member %j', (value) => {
    expect(getIn({ list: [value] }, ['list', 0])).toBe(value);
    expect(getIn({ key: value }, ['key'])).toBe(value);
  });

  test('returns the document for the empty path', () => {
    const document = { a: 1 };
    expect(getIn(document, [])).toBe(document);
  });
});

describe('setIn', () => {
  test('shares unchanged parts and does not change the old document', () => {
    const document = { a: { b: 1 }, c: { d: [1] } };
    const next = setIn(document, ['a', 'b'], 2) as typeof document;
    expect(text(next)).toBe('{"a":{"b":2},"c":{"d":[1]}}');
    expect(next.c).toBe(document.c);
    expect(text(document)).toBe('{"a":{"b":1},"c":{"d":[1]}}');
  });

  test('returns the same document if it already has the value', () => {
    const document = { a: { b: [{ c: 1 }] } };
    expect(setIn(document, ['a', 'b', 0, 'c'], 1)).toBe(document);
    expect(setIn(document, ['a', 'b'], document.a.b)).toBe(document);
  });

  test.each<[string, Json, Path, string]>([
    ['keeps the position of a key', { a: 1, b: 2, c: 3 }, ['b'], '{"a":1,"b":"v","c":3}'],
    ['adds a new key at the end', { a: 1 }, ['b'], '{"a":1,"b":"v"}'],
    ['creates absent parents', {}, ['a', 'b', 'c'], '{"a":{"b":{"c":"v"}}}'],
    ['replaces a null parent', { a: null, z: 1 }, ['a', 'b'], '{"a":{"b":"v"},"z":1}'],
    ['replaces a leaf by a parent', { a: 'text' }, ['a', 'b'], '{"a":{"b":"v"}}'],
    ['replaces the root', { a: 1 }, [], '"v"'],
    ['sets a member of a list', ['', 0, null], [1], '["","v",null]'],
    ['appends at the length of a list', ['', 0], [2], '["",0,"v"]'],
    ['appends to an empty list', [], [0], '["v"]'],
    ['keeps falsy members', { l: ['', 0, null, false] }, ['l', 4], '{"l":["",0,null,false,"v"]}'],
  ])('%s', (_what, document, path, wanted) => {
    expect(text(setIn(document, path, 'v'))).toBe(wanted);
  });

  test('treats a key that looks like a number as a key, not as an index', () => {
    expect(text(setIn({}, ['m', '10'], 'v'))).toBe('{"m":{"10":"v"}}');
    expect(text(setIn({}, ['hex', '0x10', 'v'], 'v'))).toBe('{"hex":{"0x10":{"v":"v"}}}');
  });

  test.each(oddKeys)('writes the key %j unchanged, whether other keys exist or not', (key) => {
    const document = Object.fromEntries([
      ['first', 1],
      [key, { kept: 1 }],
      ['last', 2],
    ]) as Json;
    const changed = setIn(document, [key, 'added'], 'v');
    expect(getIn(changed, [key])).toEqual({ kept: 1, added: 'v' });
    expect(Object.keys(changed as object)).toEqual(Object.keys(document as object));
    expect(Object.keys(setIn({}, [key], 'v') as object)).toEqual([key]);
    expect(Object.keys(removeIn(document, [key]) as object)).toEqual(['first', 'last']);
  });

  test('keeps an own __proto__ key through edits beside and below it', () => {
    const document = parse('{"__proto__":{"polluted":1},"a":{"__proto__":null}}');
    const beside = setIn(document, ['a', 'b'], 2);
    expect(text(beside)).toBe('{"__proto__":{"polluted":1},"a":{"__proto__":null,"b":2}}');
    const below = setIn(document, ['__proto__', 'polluted'], 2);
    expect(text(below)).toBe('{"__proto__":{"polluted":2},"a":{"__proto__":null}}');
    expect(Object.getPrototypeOf(below)).toBe(Object.prototype);
  });

  test.each<[string, Path]>([
    ['__proto__', ['__proto__', 'polluted']],
    ['constructor.prototype', ['constructor', 'prototype', 'polluted']],
    ['a __proto__ below', ['a', '__proto__', 'polluted']],
  ])('writes to %s without reaching a prototype', (_what, path) => {
    const next = setIn({ a: {} }, path, true);
    expect(getIn(next, path)).toBe(true);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(Object).not.toHaveProperty('polluted');
  });

  describe('with an order of keys', () => {
    const order = ['name', 'image', 'ports', 'probe'];

    test.each<[string, Json, string, string]>([
      ['before the next existing key', { name: 1, probe: 2 }, 'image', 'name,image,probe'],
      ['first', { image: 1, ports: 2 }, 'name', 'name,image,ports'],
      ['at the end', { name: 1, image: 2 }, 'probe', 'name,image,probe'],
      [
        'before a later key, across unknown ones',
        { name: 1, odd: 2, probe: 3 },
        'image',
        'name,odd,image,probe',
      ],
      ['at the end if it is not in the order', { name: 1, probe: 2 }, 'odd', 'name,probe,odd'],
      ['at its existing position', { probe: 1, name: 2 }, 'probe', 'probe,name'],
    ])('puts a key %s', (_where, document, key, wanted) => {
      expect(Object.keys(setIn(document, [key], 'v', order) as object).join()).toBe(wanted);
    });

    test('orders the last key of the path only', () => {
      const next = setIn({ box: { probe: 1 }, probe: 2 }, ['box', 'name'], 'v', order);
      expect(text(next)).toBe('{"box":{"name":"v","probe":1},"probe":2}');
      const made = setIn({ probe: 2 }, ['name', 'name'], 'v', order);
      expect(Object.keys(made as object)).toEqual(['probe', 'name']);
    });
  });
});

describe('removeIn', () => {
  const document = { keep: 1, a: { b: { c: { d: 1 } } }, rows: [{ e: { f: 1 } }] };

  test.each<[string, Path, number | undefined, string]>([
    [
      'keeps empty parents without prune',
      ['a', 'b', 'c', 'd'],
      undefined,
      '{"keep":1,"a":{"b":{"c":{}}},"rows":[{"e":{"f":1}}]}',
    ],
    [
      'prunes empty parents up to the root',
      ['a', 'b', 'c', 'd'],
      0,
      '{"keep":1,"rows":[{"e":{"f":1}}]}',
    ],
    [
      'stops pruning at the given depth',
      ['a', 'b', 'c', 'd'],
      2,
      '{"keep":1,"a":{"b":{}},"rows":[{"e":{"f":1}}]}',
    ],
    [
      'prunes an empty row and its list',
      ['rows', 0, 'e', 'f'],
      0,
      '{"keep":1,"a":{"b":{"c":{"d":1}}}}',
    ],
    [
      'moves up later members of a list',
      ['rows', 0],
      undefined,
      '{"keep":1,"a":{"b":{"c":{"d":1}}},"rows":[]}',
    ],
  ])('%s', (_what, path, prune, wanted) => {
    expect(text(removeIn(document, path, prune))).toBe(wanted);
  });

  test('keeps a parent that still has an unknown key', () => {
    const held = { a: { b: { known: 1, odd: null } } };
    expect(text(removeIn(held, ['a', 'b', 'known'], 0))).toBe('{"a":{"b":{"odd":null}}}');
  });

  test('keeps falsy neighbors in a list', () => {
    expect(text(removeIn(['', 0, null, false, 'x'], [4]))).toBe('["",0,null,false]');
    expect(text(removeIn(['', 0, null, false], [1]))).toBe('["",null,false]');
  });

  test.each<[string, Path]>([
    ['is absent', ['a', 'x']],
    ['is below a leaf', ['keep', 'x']],
    ['is after the end of a list', ['rows', 1]],
    ['is inherited', ['toString']],
    ['is the root', []],
  ])('returns the same document if the path %s', (_what, path) => {
    expect(removeIn(document, path, 0)).toBe(document);
  });
});

describe('replaceKey', () => {
  const order = ['name', 'value', 'value_from'];

  test.each<[string, JsonObject, string | undefined, string, string]>([
    [
      'takes the position of the old key',
      { name: 1, value: 2, odd: 3 },
      'value',
      'value_from',
      'name,value_from,odd',
    ],
    [
      'is inserted in order without an old key',
      { name: 1, odd: 2 },
      undefined,
      'value',
      'name,odd,value',
    ],
    [
      'is inserted in order if the old key is absent',
      { value_from: 1 },
      'value',
      'name',
      'name,value_from',
    ],
    [
      'exists only once, even if it was already present',
      { value_from: 1, name: 2, value: 3 },
      'value',
      'value_from',
      'name,value_from',
    ],
    [
      'keeps its position if it is the old key',
      { name: 1, value: 2, odd: 3 },
      'value',
      'value',
      'name,value,odd',
    ],
    ['may be __proto__', { name: 1, value: 2 }, 'value', '__proto__', 'name,__proto__'],
  ])('the new key %s', (_what, object, oldKey, key, wanted) => {
    const before = text(object);
    const next = replaceKey(object, oldKey, key, 'v', order);
    expect(Object.keys(next).join()).toBe(wanted);
    expect(getIn(next, [key])).toBe('v');
    expect(text(object)).toBe(before);
  });
});
