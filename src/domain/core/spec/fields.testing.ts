import {
  amountField,
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from './leaf-fields.ts';
import { groupField, rowsField } from './structure-fields.ts';

const facts = { table: 1, label: { en: 'Field', zh: '字段' } };
const required = true;

const rowGroup = groupField({
  ...facts,
  table: 2,
  remembered: true,
  name: 'Row',
  fields: {
    name: textField({ ...facts, required, maxLength: 3 }),
    port: integerField({ ...facts, min: 1, max: 9 }),
  },
});

/** A small group with a field of every kind. For tests. */
export const sampleGroup = groupField({
  ...facts,
  name: 'Sample',
  fields: {
    title: textField({ ...facts, required, maxLength: 3 }),
    kind: choiceField({
      ...facts,
      allowsEmpty: true,
      options: [{ value: 'In', label: facts.label }],
    }),
    target: textField({ ...facts, minLength: 0, takesNull: true }),
    words: stringsField({ ...facts, item: facts.label, takesNull: true, refusesEmptyItems: true }),
    amount: amountField({
      ...facts,
      min: '0.01',
      max: '10',
      unit: facts.label,
      quantity: 'megabytes',
    }),
    on: flagField(facts),
    rows: rowsField({ ...facts, required, minItems: 1, item: facts.label, row: rowGroup }),
    box: groupField({
      ...facts,
      name: 'Box',
      fields: { inner: rowsField({ ...facts, item: facts.label, row: rowGroup }) },
    }),
  },
});
