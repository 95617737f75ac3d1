import fc from 'fast-check';
import { existsIn, type FieldSpec, type GroupSpec } from './field.ts';
import { anyLeafOf } from './leaf-values.testing.ts';
import type { Generation } from '../context.ts';

/**
 * Any value within the limits of a spec in one generation of the API. It also has fields of the other
 * generation, which are valid there. For tests.
 */
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
      return anyLeafOf(spec, generation);
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
