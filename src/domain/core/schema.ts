import * as z from 'zod';
import {
  existsIn,
  mayBeNull,
  PAGE_GENERATION,
  type FieldSpec,
  type Fields,
  type LeafSpec,
} from './field.ts';
import type { Generation } from './rule.ts';

/**
 * The type of the values a spec describes. Required members are required, all others optional, and
 * unknown keys are allowed, as the service and the document both keep them.
 */
export type ValueOf<S> = S extends { kind: 'text' | 'amount' }
  ? string
  : S extends { kind: 'integer' }
    ? number
    : S extends { kind: 'flag' }
      ? boolean
      : S extends { kind: 'choice'; options: readonly { value: infer V }[] }
        ? V
        : S extends { kind: 'strings' }
          ? string[]
          : S extends { kind: 'rows'; row: infer R }
            ? ValueOf<R>[]
            : S extends { kind: 'entries' }
              ? Record<string, string>
              : S extends { kind: 'group'; fields: infer F extends Fields }
                ? RequiredMembers<F> & OptionalMembers<F>
                : never;

type RequiredMembers<F extends Fields> = {
  [K in keyof F as F[K] extends { required: true } ? K : never]: ValueOf<F[K]>;
};
type OptionalMembers<F extends Fields> = {
  [K in keyof F as F[K] extends { required: true } ? never : K]?: ValueOf<F[K]>;
};

/**
 * The zod schema of a spec in one generation of the API, made from the same limits. Objects are loose:
 * unknown keys, and keys that only another generation has, pass and stay.
 * Its verdict equals the errors of the field checks; only its messages are plainer.
 */
export function schemaOf<const S extends FieldSpec>(
  spec: S,
  generation: Generation = PAGE_GENERATION,
): z.ZodType<ValueOf<S>> {
  return build(spec, generation) as unknown as z.ZodType<ValueOf<S>>;
}

/**
 * A schema of whatever kind. That a kind is a `z.ZodType` with all its methods costs the type check half a second;
 * that it has this core of one costs nothing.
 */
type Built = z.core.$ZodType;

function build(spec: FieldSpec, generation: Generation): Built {
  if (spec.kind === 'rows') return z.array(build(spec.row, generation)).min(spec.minItems ?? 0);
  if (spec.kind === 'group') return buildGroup(spec.fields, generation);
  if (spec.kind === 'entries') return z.record(z.string().min(1), z.string());
  return buildLeaf(spec, generation);
}

function buildGroup(fields: Fields, generation: Generation): Built {
  const shape: Record<string, Built> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (!existsIn(field, generation)) continue;
    const member = build(field, generation);
    shape[key] = field.required
      ? member
      : z.optional(mayBeNull(field) ? z.nullable(member) : member);
  }
  return z.looseObject(shape);
}

function buildLeaf(spec: LeafSpec, generation: Generation): Built {
  switch (spec.kind) {
    case 'text':
    case 'amount':
      return z.string().check(judge(spec));
    case 'integer':
      return z.int().check(judge(spec));
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum([
        ...spec.options
          .filter((option) => existsIn(option, generation))
          .map((option) => option.value),
        ...(spec.allowsEmpty ? [''] : []),
      ]);
    case 'strings':
      return z.array(z.string()).check(judge(spec));
  }
}

/** The spec's own check as a zod check: one verdict for both. */
function judge(spec: LeafSpec) {
  return (payload: z.core.ParsePayload<unknown>) => {
    const message = spec.check(payload.value);
    if (message !== undefined)
      payload.issues.push({ code: 'custom', message: message.en, input: payload.value });
  };
}
