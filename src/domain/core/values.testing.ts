import fc from 'fast-check';
import {
  existsIn,
  type FieldSpec,
  type GroupSpec,
  type IntegerSpec,
  type LeafSpec,
  type TextSpec,
} from './field.ts';
import type { Generation } from './rule.ts';

/** Any value that a spec's own limits take in a generation of the API; fields of the other one are there too, and right in theirs. For tests. */
export function anyValueOf(spec: FieldSpec, generation: Generation): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'group':
      return anyGroup(spec, generation);
    case 'rows':
      return fc.array(anyGroup(spec.row, generation), {
        minLength: spec.minItems ?? 0,
        maxLength: (spec.minItems ?? 0) + 2,
      });
    case 'entries':
      return fc.dictionary(fc.string({ minLength: 1 }), fc.string());
    default:
      return anyLeaf(spec, generation).filter(
        (value) => spec.check(value, generation) === undefined,
      );
  }
}

function anyGroup(spec: GroupSpec, generation: Generation): fc.Arbitrary<unknown> {
  const members: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [key, field] of Object.entries(spec.fields)) {
    members[key] = anyValueOf(field, existsIn(field, generation) ? generation : field.generation!);
  }
  const required = Object.keys(members).filter((key) => spec.fields[key]!.required);
  const unknown = fc.dictionary(fc.constantFrom('x', 'more', '__proto__'), fc.jsonValue(), {
    maxKeys: 1,
  });
  return fc
    .tuple(fc.record(members, { requiredKeys: required }), unknown)
    .map(([known, more]) =>
      Object.fromEntries([...Object.entries(known), ...Object.entries(more)]),
    );
}

function anyLeaf(spec: LeafSpec, generation: Generation): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'text':
      return anyText(spec);
    case 'integer':
      return anyInteger(spec);
    case 'amount':
      return fc.constantFrom(spec.min, spec.max, '0.01', '0.250', '4', '007', '999.9');
    case 'choice':
      return fc.constantFrom(
        ...spec.options.filter((option) => existsIn(option, generation)).map(({ value }) => value),
        ...(spec.allowsEmpty ? [''] : []),
      );
    case 'flag':
      return fc.boolean();
    case 'strings':
      return fc.array(fc.string(), { maxLength: 3 });
  }
}

function anyText({ minLength, maxLength = 40, pattern }: TextSpec): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(pattern.regex);
  return fc.string({ minLength, maxLength, unit: 'binary' });
}

function anyInteger({ min, max }: IntegerSpec): fc.Arbitrary<number> {
  const range = { min: min ?? -1000, max: max ?? Number.MAX_SAFE_INTEGER };
  return fc.oneof(
    fc.integer({ min: range.min, max: Math.min(range.max, 2 ** 31 - 1) }),
    fc.constantFrom(range.min, range.max),
  );
}
