import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleGroup } from '../spec/fields.testing.ts';
import type { FieldSpec } from '../spec/field.ts';
import { missing, mistyped } from '../limits/limit-messages.ts';
import { wrongInteger } from '../limits/number-messages.ts';
import {
  amountField,
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from '../spec/leaf-fields.ts';
import { readValue } from './read-value.ts';
import { entriesField, groupField, rowsField } from '../spec/structure-fields.ts';

const label = { en: 'Field', zh: '字段' };
const required = true;

const text = textField({ label, maxLength: 3 });
const amount = amountField({ label, min: '1', max: '2', unit: label, quantity: 'megabytes' });
const integer = integerField({ label, min: 1, max: 9 });
const flag = flagField({ label });
const strings = stringsField({ label, item: label });
const entries = entriesField({ label, key: label, value: label });
const choice = choiceField({
  label,
  options: ['HTTP', 'HTTPS', 'In', 'in'].map((value) => ({ value, label })),
});
const row = groupField({
  label,
  name: 'Row',
  fields: { name: { ...text, required }, port: integer },
});
const rows = rowsField({ label, item: label, row });

const read = (spec: FieldSpec, value: unknown) => {
  const reading = readValue(spec, value);
  return 'problem' in reading ? reading.problem : reading.value;
};

describe('tolerated', () => {
  test.each<[what: string, FieldSpec, value: unknown, read: unknown]>([
    ['a number for a string', text, 80, '80'],
    ['a fraction for a string', text, -0.25, '-0.25'],
    ['a boolean for a string', text, false, 'false'],
    ['a string that exceeds its limits', text, 'longer than three', 'longer than three'],
    ['an empty string', text, '', ''],
    ['a number for an amount', amount, 0.25, '0.25'],
    ['an integer for an amount', amount, 500, '500'],
    ['an amount with a unit', amount, '500Mi', '500Mi'],
    ['a string for an integer', integer, '80', 80],
    ['text with leading zeros', integer, '-007', -7],
    ['a number out of range', integer, 65_536, 65_536],
    ['a string for a boolean', flag, 'True', true],
    ['a string for false', flag, 'false', false],
    ['an option in lower case', choice, 'http', 'HTTP'],
    ['an option in mixed case', choice, 'Https', 'HTTPS'],
    ['a choice in different letter case', choice, 'in', 'in'],
    ['a newer option', choice, 'http3', 'http3'],
    ['an empty option', choice, '', ''],
    ['a number for an option', choice, 3, '3'],
    ['null for a list of strings', strings, null, []],
    ['null, numbers and booleans among strings', strings, ['a', null, 1, true], ['a', '1', 'true']],
    ['null for a list of objects', rows, null, []],
    ['null among objects', rows, [null, { name: 'a' }], [{ name: 'a' }]],
    ['null for an optional part', row, { name: 'a', port: null }, { name: 'a' }],
    ['odd values of entries', entries, { a: 1, b: null, c: 'x' }, { a: '1', c: 'x' }],
    ['unknown keys', row, { name: 'a', more: [null, { deep: 1 }] }, undefined],
  ])('%s', (_what, spec, value, wanted) => {
    expect(read(spec, value)).toEqual(wanted ?? value);
  });

  test('a null required list, but not an absent one', () => {
    const spec = groupField({ label, name: 'Box', fields: { rows: { ...rows, required } } });
    expect(read(spec, { rows: null })).toEqual({ rows: [] });
    expect(read(spec, {})).toEqual({ path: ['rows'], message: missing(label) });
  });

  test('null for an optional part, which is not reported as dropped, but not for a required one', () => {
    expect(readValue(row, { name: 'a', port: null })).toEqual({
      value: { name: 'a' },
      dropped: [],
    });
    expect(read(row, { name: null })).toEqual({ path: ['name'], message: missing(label) });
  });

  test('members keep their order, including unknown ones', () => {
    const value = { x: 1, port: '1', y: 2, name: 'a', z: 3 };
    expect(JSON.stringify(read(row, value))).toBe('{"x":1,"port":1,"y":2,"name":"a","z":3}');
  });
});

describe('unreadable', () => {
  test.each<[what: string, FieldSpec, value: unknown, message: unknown]>([
    ['an object for a string', text, {}, mistyped.text],
    ['null for the whole value', text, null, mistyped.text],
    ['a list for an option', choice, ['HTTP'], mistyped.text],
    ['a fraction for an integer', integer, 1.5, wrongInteger(1.5)],
    ['a number too large to be exact', integer, 2 ** 53, wrongInteger(2 ** 53)],
    ['such a number as a string', integer, '9007199254740993', wrongInteger('9007199254740993')],
    ['other text for an integer', integer, '80 MB', wrongInteger('80 MB')],
    ['an exponent for an integer', integer, '1e3', wrongInteger('1e3')],
    ['an empty string for an integer', integer, '', wrongInteger('')],
    ['a boolean for an integer', integer, true, wrongInteger(true)],
    ['a number for a boolean', flag, 1, mistyped.flag],
    ['another string for a boolean', flag, 'yes', mistyped.flag],
    ['a string for a list', strings, 'a', mistyped.list],
    ['an object for a list', rows, { 0: { name: 'a' } }, mistyped.list],
    ['a list for an object', row, [], mistyped.object],
    ['a list for entries', entries, [], mistyped.object],
  ])('%s', (_what, spec, value, message) => {
    expect(read(spec, value)).toEqual({ path: [], message });
  });

  test.each<[what: string, FieldSpec, value: unknown, path: (string | number)[]]>([
    ['a list entry, by its original index', strings, [null, 'a', {}], [2]],
    ['a row without a required member', rows, [{ name: 'a' }, { port: 1 }], [1, 'name']],
    ['a required part that is null', row, { name: null }, ['name']],
    ['an object among entries', entries, { a: 'x', b: {} }, ['b']],
  ])('%s', (_what, spec, value, path) => {
    expect(read(spec, value)).toMatchObject({ path });
  });
});

test('an unreadable part that is required all the way up is reported with its path and the expected type', () => {
  const inner = groupField({
    label,
    required,
    name: 'Inner',
    fields: { rows: { ...rows, required }, port: integer },
  });
  const outer = groupField({ label, name: 'Outer', fields: { inner } });
  const odd = { inner: { port: {}, rows: [{ name: 'a' }, { name: ['b'] }] } };
  expect(readValue(outer, odd)).toEqual({
    problem: { path: ['inner', 'rows', 1, 'name'], message: mistyped.text },
  });
});

describe('an unreadable optional part', () => {
  const box = groupField({
    label,
    name: 'Box',
    fields: {
      id: { ...text, required },
      rows,
      inner: groupField({ label, name: 'Inner', fields: { flag, rows } }),
    },
  });

  test('is omitted and reported with its original value', () => {
    expect(readValue(box, { id: 'a', rows: 'none' })).toEqual({
      value: { id: 'a' },
      dropped: [
        { path: ['rows'], raw: 'none', problem: { path: ['rows'], message: mistyped.list } },
      ],
    });
  });

  test('is omitted, and everything around it is read', () => {
    const odd = { id: 'a', inner: { flag: 'maybe', rows: [{ name: 'b', port: [] }] } };
    expect(readValue(box, odd)).toMatchObject({
      value: { id: 'a', inner: { rows: [{ name: 'b' }] } },
      dropped: [{ path: ['inner', 'flag'] }, { path: ['inner', 'rows', 0, 'port'], raw: [] }],
    });
  });

  test('is omitted with its content and reported once', () => {
    const list = [{ name: 'b', port: {} }, { port: 1 }];
    expect(readValue(box, { id: 'a', inner: { rows: list } })).toEqual({
      value: { id: 'a', inner: {} },
      dropped: [
        {
          path: ['inner', 'rows'],
          raw: list,
          problem: { path: ['inner', 'rows', 1, 'name'], message: missing(label) },
        },
      ],
    });
  });
});

test('a key named __proto__ stays a key, known or not', () => {
  const value: unknown = JSON.parse('{"name":"a","__proto__":{"port":1}}');
  const result = read(row, value) as object;
  expect(JSON.stringify(result)).toBe(JSON.stringify(value));
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  expect(JSON.stringify(read(entries, JSON.parse('{"__proto__":1}')))).toBe('{"__proto__":"1"}');
});

test('inherited properties are not members', () => {
  expect(read(row, Object.create({ name: 'a' }))).toEqual({
    path: ['name'],
    message: missing(label),
  });
  const odd = groupField({ label, name: 'Odd', fields: { a: text } });
  expect(read(odd, { toString: [] })).toEqual({ toString: [] });
});

test('a value of any depth is read, and unknown parts are not traversed', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(read(row, { name: 'a', unknown: deep })).toMatchObject({ name: 'a' });
  expect(readValue(row, { name: 'a', port: deep })).toMatchObject({ dropped: [{ raw: deep }] });
});

test('the argument does not change', () => {
  const value = { title: 1, rows: [{ name: 2, port: '3' }, null], words: null };
  const before = JSON.stringify(value);
  expect(read(sampleGroup, value)).toEqual({
    title: '1',
    rows: [{ name: '2', port: 3 }],
    words: [],
  });
  expect(JSON.stringify(value)).toBe(before);
});

test('reading a result again does not change it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const odd = { title: value, rows: [{ name: 'a', port: value }], words: value, on: value };
      const once = readValue(sampleGroup, odd);
      if ('problem' in once) return;
      expect(readValue(sampleGroup, once.value)).toEqual({ value: once.value, dropped: [] });
    }),
  );
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
      for (const spec of [sampleGroup, rows, strings, entries, integer, choice])
        readValue(spec, value);
    }),
  );
});
