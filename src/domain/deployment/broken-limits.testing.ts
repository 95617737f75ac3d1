import fc from 'fast-check';
import { existsIn, type FieldSpec, type GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Path } from '#src/json/path.ts';
import { asObject } from '#src/json/value.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { deploymentGroup } from './fields/deployment.fields.ts';

/** A change that breaks one limit of one field. */
export interface BrokenLimit {
  readonly path: Path;
  /** The new value; undefined if a required key is removed. */
  readonly value: unknown;
  readonly what: string;
}

/** Every limit of the fields in a body, each with a value just outside it. For tests. */
export function brokenLimits(body: unknown, generation: Generation): BrokenLimit[] {
  return below(deploymentGroup, body, [], generation);
}

function below(
  group: GroupSpec,
  value: unknown,
  path: Path,
  generation: Generation,
): BrokenLimit[] {
  const object = asObject(value);
  return Object.entries(group.fields).flatMap(([key, spec]) => {
    if (!existsIn(spec, generation) || !Object.hasOwn(object, key)) return [];
    const here = [...path, key];
    const absent = spec.required ? [{ path: here, value: undefined, what: 'required' }] : [];
    return [...absent, ...ofField(spec, object[key], here, generation)];
  });
}

function ofField(
  spec: FieldSpec,
  value: unknown,
  path: Path,
  generation: Generation,
): BrokenLimit[] {
  const outside = outsideOf(spec).map(([what, odd]) => ({ path, value: odd, what }));
  if (spec.kind === 'group') return [...outside, ...below(spec, value, path, generation)];
  if (spec.kind !== 'rows') return outside;
  const rows = (value as unknown[]).flatMap((row, index) =>
    below(spec.row, row, [...path, index], generation),
  );
  return [...outside, ...rows];
}

/** Values outside the limits of a field, one per limit. */
function outsideOf(spec: FieldSpec): [what: string, value: unknown][] {
  switch (spec.kind) {
    case 'text':
      return [
        ['type', 7],
        ...(spec.minLength > 0 ? [['minimum length', ''] as [string, unknown]] : []),
        ...(spec.maxLength === undefined
          ? []
          : [['maximum length', 'a'.repeat(spec.maxLength + 1)] as [string, unknown]]),
        ...(spec.pattern === undefined ? [] : [['pattern', '!"#'] as [string, unknown]]),
      ];
    case 'integer':
      return [
        ['type', '1'],
        ['whole', 1.5],
        ...(spec.min === undefined ? [] : [['min', spec.min - 1] as [string, unknown]]),
        ...(spec.max === undefined ? [] : [['max', spec.max + 1] as [string, unknown]]),
      ];
    case 'amount':
      return [
        ['type', 1],
        ['form', '1e0'],
        ['min', spec.aboveMin ? spec.min : `${spec.min.slice(0, -1)}09`],
        ['max', `${spec.max}.0000000000000000001`],
      ];
    case 'choice':
      return [
        ['word', ' '],
        ['type', 5],
        ...(spec.allowsEmpty ? [] : [['empty', ''] as [string, unknown]]),
      ];
    case 'flag':
      return [['type', 'true']];
    case 'strings':
      return [
        ['type', 'a'],
        ['member', [1]],
        ...(spec.refusesEmptyItems ? [['empty entry', ['']] as [string, unknown]] : []),
      ];
    case 'entries':
      return [['type', []]];
    case 'group':
      return [['type', []]];
    case 'rows':
      return [['type', {}], ...(spec.minItems ? [['minimum rows', []] as [string, unknown]] : [])];
  }
}

/** A change that breaks one limit of a valid body. For tests. */
export const anyBrokenLimit = (body: unknown, generation: Generation): fc.Arbitrary<BrokenLimit> =>
  fc.constantFrom(...brokenLimits(body, generation));
