import { expect, test } from 'vitest';
import { checkField } from './check-fields.ts';
import {
  amountField,
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from '../spec/leaf-fields.ts';
import { groupField, rowsField } from '../spec/structure-fields.ts';

const label = { en: 'Field', zh: '字段' };
const unit = label;
const item = label;
const required = true;
const group = groupField({
  name: 'Sample',
  label,
  fields: {
    text: textField({ label, required, maxLength: 3 }),
    integer: integerField({ label, required, min: 1 }),
    amount: amountField({ label, required, unit, min: '1', max: '2', quantity: 'pieces' }),
    choice: choiceField({ label, required, options: [{ value: 'a', label }] }),
    strings: stringsField({ label, required, item, refusesEmptyItems: true }),
    flag: flagField({ label, required }),
    rows: rowsField({
      label,
      required,
      item,
      minItems: 1,
      row: groupField({ name: 'Row', label, fields: {} }),
    }),
  },
});

const kinds = (value: unknown) =>
  Object.fromEntries(
    checkField(group, value, 'Sample').map((issue) => [String(issue.path[0]), issue.kind]),
  );
const all = Object.keys(group.fields);

test('a required value that is absent is missing', () => {
  expect(kinds({})).toEqual(Object.fromEntries(all.map((key) => [key, 'missing'])));
});

test('an empty value is missing, unless its type is wrong', () => {
  expect(
    kinds({
      text: '',
      integer: '',
      amount: '',
      choice: '',
      strings: ['a', ''],
      rows: [],
      flag: '',
    }),
  ).toEqual({
    text: 'missing',
    integer: 'missing',
    amount: 'missing',
    choice: 'missing',
    strings: 'missing',
    rows: 'missing',
    flag: undefined,
  });
});

test('a wrong value is not missing', () => {
  const wrong = { text: 'long', integer: 0, amount: '3', choice: 'b', strings: [1], flag: 'yes' };
  expect(kinds({ ...wrong, rows: {} })).toEqual(
    Object.fromEntries(all.map((key) => [key, undefined])),
  );
});
