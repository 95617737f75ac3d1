import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkField } from '#src/domain/core/check/check-fields.ts';
import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import {
  amountField,
  choiceField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { entriesField, groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { validatorOf } from './ajv.fixture.ts';
import { DIALECT, jsonSchemaOf } from './json-schema.ts';

const generations: readonly Generation[] = ['2024-04', '2025'];
const label = { en: 'Field', zh: '字段' };

/** All specs below a spec, each once, with a path for titles. */
function specsOf(spec: FieldSpec, path = '$', seen = new Set<FieldSpec>()): [string, FieldSpec][] {
  if (seen.has(spec)) return [];
  seen.add(spec);
  const here: [string, FieldSpec] = [path, spec];
  if (spec.kind === 'rows') return [here, ...specsOf(spec.row, `${path}[]`, seen)];
  if (spec.kind !== 'group') return [here];
  return [
    here,
    ...Object.entries(spec.fields).flatMap(([key, field]) =>
      specsOf(field, `${path}.${key}`, seen),
    ),
  ];
}

const isFree = (spec: FieldSpec, value: unknown, generation: Generation) =>
  checkField(spec, value, 'x', generation).every(({ severity }) => severity !== 'error');

/** Values of every JSON type, with strings and numbers near the limits of the spec. */
function anyValue(spec: FieldSpec): fc.Arbitrary<unknown> {
  const near: unknown[] = [
    '',
    ' ',
    '0',
    'a',
    null,
    true,
    [],
    [''],
    ['a', 1],
    {},
    { a: '' },
    { a: 1 },
  ];
  if (spec.kind === 'text') {
    for (const length of [spec.maxLength ?? 40, (spec.maxLength ?? 40) + 1])
      near.push('a'.repeat(length), '😀'.repeat(length), '\ud83d'.repeat(length));
    near.push('-a', 'a-', 'a_b', '/a', '/a\0', 'A.b', '中', '<', 'a\n', '9a', '\\');
  }
  if (spec.kind === 'integer') {
    const edges = [spec.min ?? 0, spec.max ?? 0, 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 0.5, -0, 1e21];
    near.push(...edges.flatMap((edge) => [edge, edge + 1, edge - 1, String(edge)]));
  }
  if (spec.kind === 'amount')
    near.push(
      ...[spec.min, spec.max].flatMap((edge) => [
        edge,
        `0${edge}`,
        `${edge}.0`,
        `${edge}0`,
        `${edge}1`,
      ]),
      '0.0',
      '00',
      '0.009',
      '1e3',
      '1.',
      '.5',
      1,
      0.25,
    );
  if (spec.kind === 'entries')
    near.push({ '': '' }, { a: '' }, { a: 'b', '': 'c' }, { a: 1 }, { a: null });
  if (spec.kind === 'choice')
    near.push(...spec.options.flatMap(({ value }) => [value, ` ${value}`, value.toLowerCase()]));
  return fc.oneof(
    fc.constantFrom(...near),
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary' }),
  );
}

describe.each(generations)('in generation %s ajv and checkField agree', (generation) => {
  test.each(specsOf(deploymentGroup))('on any value of %s', (_path, spec) => {
    const isValid = validatorOf(jsonSchemaOf(spec, generation));
    fc.assert(
      fc.property(anyValue(spec), (value) => {
        expect([value, isValid(value)]).toEqual([value, isFree(spec, value, generation)]);
      }),
      { numRuns: 150 },
    );
  });
});

const everything = groupField({
  name: 'Everything',
  label,
  fields: {
    least: integerField({ label, required: true, takesNull: true, min: 3, assumed: '4' }),
    odd: textField({ label, minLength: 0, pattern: { regex: /^a|b$/, says: label } }),
    word: choiceField({ label, takesNull: true, options: [{ value: 'on', label }] }),
    most: amountField({
      label,
      unit: label,
      min: '0.5',
      max: '10.25',
      aboveMin: true,
      quantity: 'megabytes',
    }),
    names: stringsField({ label, refusesEmptyItems: true, takesNull: true } as never),
    labels: entriesField({ label, key: label, value: label, takesNull: true }),
    part: groupField({ name: 'Part', label, takesNull: true, fields: { a: textField({ label }) } }),
    parts: rowsField({
      label,
      item: label,
      minItems: 2,
      takesNull: true,
      row: groupField({ name: 'Part', label, fields: { a: textField({ label }) } }),
    }),
    later: textField({ label, required: true, generation: '2025' }),
  },
});

test('the schema of every kind allows null if the field does', () => {
  const isValid = validatorOf(jsonSchemaOf(everything, '2024-04'));
  const values = fc.record(
    {
      least: fc.constantFrom<unknown>(null, 2, 3, '3'),
      odd: fc.constantFrom<unknown>(null, '', 'a', 'b', 'c'),
      word: fc.constantFrom<unknown>(null, 'on', 'off', ''),
      most: fc.constantFrom<unknown>(null, '0.5', '0.50001', '10.25', '10.251', '9'),
      names: fc.constantFrom<unknown>(null, [], ['a'], ['']),
      labels: fc.constantFrom<unknown>(null, {}, { a: 'a' }, { a: 1 }, []),
      part: fc.constantFrom<unknown>(null, {}, { a: 'a' }, { a: 1 }, []),
      parts: fc.constantFrom<unknown>(null, [], [{}], [{}, {}], [{}, { a: '' }]),
      later: fc.constantFrom<unknown>(null, 'a', 1),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, (value) => {
      expect(isValid(value)).toBe(isFree(everything, value, '2024-04'));
    }),
    { numRuns: 2000 },
  );
});

describe('the schema', () => {
  const schema = jsonSchemaOf(everything, '2025') as {
    properties: Record<string, Record<string, unknown>>;
    [key: string]: unknown;
  };

  test('uses draft 2020-12, and defines each group once', () => {
    expect(schema.$schema).toBe(DIALECT);
    expect(Object.keys(schema.$defs as object)).toEqual(['Part']);
    expect(schema.properties.parts).toMatchObject({ items: { $ref: '#/$defs/Part' } });
  });

  test('has samples in their JSON types', () => {
    expect(schema.properties.least).toMatchObject({ default: 4 });
    const { properties } = jsonSchemaOf(
      groupField({
        name: 'Samples',
        label,
        fields: { number: integerField({ label, placeholder: '420' }) },
      }),
      '2025',
    ) as typeof schema;
    expect(properties.number).toMatchObject({ examples: [420] });
  });

  test('has the edition, the generation, the unit, and the texts in both languages', () => {
    expect(schema.properties.later).toMatchObject({ 'x-generation': '2025', title: 'Field' });
    expect(schema.properties.most).toMatchObject({ 'x-unit': 'Field', 'x-title-zh': '字段' });
    expect(jsonSchemaOf(everything, '2024-04').required).toEqual(['least']);
    expect(schema.required).toEqual(['least', 'later']);
  });

  test('rejects different groups with the same name', () => {
    const other = groupField({ name: 'Part', label, fields: { b: textField({ label }) } });
    const both = groupField({ ...everything, fields: { ...everything.fields, other } });
    expect(() => jsonSchemaOf(both, '2025')).toThrow('two groups named Part');
  });

  test('rejects a pattern with flags, which it cannot express', () => {
    const odd = textField({ label, pattern: { regex: /a/i, says: label } });
    expect(() => jsonSchemaOf(odd, '2025')).toThrow('no flags for /a/i');
  });
});
