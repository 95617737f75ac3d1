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

/** The context that a generated body is checked in. */
export interface Judgement {
  readonly edition: Edition;
  readonly generation: Generation;
}

/** Every combination of edition and generation. For tests. */
export const judgements: readonly Judgement[] = (['professional', 'platinum'] as const).flatMap(
  (edition) => (['2024-04', '2025'] as const).map((generation) => ({ edition, generation })),
);

/** A value that satisfies the limits of a field and of all fields below it. For tests. */
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

/** A body generated from the specs and corrected to satisfy the rules, so that it has no errors. For tests. */
export function anyGoodBody(judgement: Judgement): fc.Arbitrary<Record<string, unknown>> {
  return anyGroup(deploymentGroup, judgement.generation).map((body) => mendBody(body, judgement));
}

/** A valid body with its context. For tests. */
export const anyJudgedBody: fc.Arbitrary<{
  readonly judgement: Judgement;
  readonly body: Record<string, unknown>;
}> = fc
  .constantFrom(...judgements)
  .chain((judgement) => anyGoodBody(judgement).map((body) => ({ judgement, body })));
