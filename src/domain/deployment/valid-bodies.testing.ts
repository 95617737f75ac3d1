import fc from 'fast-check';
import {
  existsIn,
  type Fields,
  type FieldSpec,
  type GroupSpec,
} from '#src/domain/core/spec/field.ts';
import { anyLeafOf } from '#src/domain/core/spec/leaf-values.testing.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import { deploymentGroup } from './fields/deployment.fields.ts';
import { mendBody } from './corrected-body.testing.ts';

/** What a generated body is judged by. */
export interface Judgement {
  readonly edition: Edition;
  readonly generation: Generation;
}

/** Every edition with every generation. For tests. */
export const judgements: readonly Judgement[] = (['professional', 'platinum'] as const).flatMap(
  (edition) => (['2024-04', '2025'] as const).map((generation) => ({ edition, generation })),
);

/** A value of a field in which every limit of the field, and of those below it, holds. For tests. */
function anyValue(spec: FieldSpec, generation: Generation): fc.Arbitrary<unknown> {
  if (spec.kind === 'group') return anyGroup(spec, generation);
  if (spec.kind === 'entries')
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string(), { maxKeys: 3 });
  if (spec.kind !== 'rows') return anyLeafOf(spec, generation);
  return fc.array(anyGroup(spec.row, generation), { minLength: spec.minItems ?? 0, maxLength: 3 });
}

function anyGroup(spec: GroupSpec, generation: Generation): fc.Arbitrary<object> {
  const native = Object.entries(spec.fields).filter(([, field]) => existsIn(field, generation));
  const either = native.filter(([key]) => spec.oneOf?.includes(key));
  const others = native.filter(([key]) => spec.oneOf?.includes(key) !== true);
  const optional = others.filter(([, field]) => !field.required).map(([key]) => key);
  const required = others.filter(([, field]) => field.required).map(([key]) => key);
  const rest = fc.record(anyFields(Object.fromEntries(others), generation), {
    requiredKeys: required,
  });
  if (either.length === 0)
    return optional.length === 0 && required.length === 0 ? fc.constant({}) : rest;
  const choice = fc.oneof(
    ...either.map(([key, field]) => anyValue(field, generation).map((value) => ({ [key]: value }))),
  );
  return fc.tuple(rest, choice).map(([members, chosen]) => ({ ...members, ...chosen }));
}

function anyFields(fields: Fields, generation: Generation): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, anyValue(field, generation)]),
  );
}

/** A body made from the specs and corrected by the rules, so that nothing in it is an error. For tests. */
export function anyGoodBody(judgement: Judgement): fc.Arbitrary<Record<string, unknown>> {
  return anyGroup(deploymentGroup, judgement.generation).map((body) => mendBody(body, judgement));
}

/** A good body with what it is judged by. For tests. */
export const anyJudgedBody: fc.Arbitrary<{
  readonly judgement: Judgement;
  readonly body: Record<string, unknown>;
}> = fc
  .constantFrom(...judgements)
  .chain((judgement) => anyGoodBody(judgement).map((body) => ({ judgement, body })));
