import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { checkField } from './check-fields.ts';
import { sampleGroup } from '../spec/fields.testing.ts';
import { schemaOf } from './schema.ts';
import type { ValueOf } from '../spec/value-of.ts';

const schema = schemaOf(sampleGroup);
const good = { title: 'a', rows: [{ name: 'b', odd: 1 }], odd: { deep: [null] }, 'a.b': '' };

describe('the schema of a spec', () => {
  test('keeps unknown keys', () => {
    expect(schema.parse(good)).toEqual(good);
  });

  test('has the messages of the field', () => {
    const { error } = schema.safeParse({ ...good, title: 'abcd' });
    expect(error?.issues).toMatchObject([
      { path: ['title'], message: '4 characters, 1 too many. The limit is 3.' },
    ]);
  });

  test('has the type of a complete body', () => {
    type Sample = ValueOf<typeof sampleGroup>;
    expectTypeOf<Sample['title']>().toEqualTypeOf<string>();
    expectTypeOf<Sample['kind']>().toEqualTypeOf<'In' | undefined>();
    expectTypeOf<Sample['rows'][number]['port']>().toEqualTypeOf<number | undefined>();
    const sample: Sample = { title: 'a', rows: [{ name: 'b' }] };
    expect(schema.safeParse(sample).success).toBe(true);
  });
});

describe('agrees with the field checks', () => {
  const text = fc.constantFrom('', 'a', 'abc', 'abcd', '😀😀😀', '😀😀😀😀', '\ud800');
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(-0, 1e21, 2 ** 53, [null]));
  const often = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: value }, odd);
  const row = fc.record(
    { name: often(text), port: often(fc.integer({ min: 0, max: 10 })), odd },
    { requiredKeys: [] },
  );
  const body = fc.record(
    {
      title: often(text),
      kind: often(fc.constantFrom('In', '', 'in')),
      target: often(fc.constantFrom('', 'x', null)),
      words: often(fc.oneof(fc.array(text, { maxLength: 2 }), fc.constant(null))),
      amount: often(fc.constantFrom('0.01', '0.009', '10', '10.1', '', '1e1')),
      on: often(fc.boolean()),
      rows: often(fc.array(often(row), { maxLength: 3 })),
      box: often(
        fc.record({ inner: often(fc.array(row, { maxLength: 2 })) }, { requiredKeys: [] }),
      ),
      odd,
    },
    { requiredKeys: [] },
  );

  test.each<[string, fc.Arbitrary<unknown>, number]>([
    ['bodies near the limits', body, 800],
    ['any JSON', fc.jsonValue(), 300],
  ])('on %s', (_what, values, numRuns) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(schema.safeParse(value).success).toBe(
          checkField(sampleGroup, value, '').length === 0,
        );
      }),
      { numRuns },
    );
  });
});
