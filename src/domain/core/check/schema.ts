import * as z from 'zod/mini';
import type { core } from 'zod/mini';
import { perGeneration, PAGE_GENERATION, type Generation } from '../context.ts';
import {
  existsIn,
  mayBeNull,
  type EntriesSpec,
  type FieldSpec,
  type GroupSpec,
  type RowsSpec,
} from '../spec/field.ts';
import { isJsonObject } from '#src/json/value.ts';
import { emptyList, missing } from '../limits/limit-messages.ts';
import { refusal, refuseWhen, type Schema } from '../limits/refuse.ts';
import { rememberPerObject } from './remember.ts';
import type { ValueOf } from '../spec/value-of.ts';

/** zod has no context argument for the generation, so each generation has its own schemas, built on demand. */
const schemas = perGeneration(() => new WeakMap<FieldSpec, Schema>());

/**
 * The zod schema of a spec in one generation of the API, composed from the schemas of its leaves. It accepts a value
 * exactly if no field in it has an error. Unknown keys and fields of the other generation are allowed and kept.
 */
export function schemaOf<const S extends FieldSpec>(
  spec: S,
  generation: Generation = PAGE_GENERATION,
): z.ZodMiniType<ValueOf<S>> {
  const known = schemas[generation];
  let schema = known.get(spec);
  if (schema === undefined) known.set(spec, (schema = compose(spec, generation)));
  return schema as unknown as z.ZodMiniType<ValueOf<S>>;
}

function compose(spec: FieldSpec, generation: Generation): Schema {
  switch (spec.kind) {
    case 'group':
      return composeGroup(spec, generation);
    case 'rows':
      return composeRows(spec, generation);
    case 'entries':
      return composeEntries(spec);
    default:
      return spec.schema(generation);
  }
}

function composeGroup({ fields, remembered }: GroupSpec, generation: Generation): Schema {
  const shape: Record<string, Schema> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (!existsIn(field, generation)) continue;
    const member = schemaOf(field, generation);
    shape[key] = field.required
      ? member
      : z.optional(mayBeNull(field) ? z.nullable(member) : member);
  }
  const schema = z.looseObject(shape);
  return remembered ? bundled(schema, isJsonObject) : schema;
}

function composeRows({ row, item, minItems = 0 }: RowsSpec, generation: Generation): Schema {
  const isTooShort = (list: readonly unknown[]) => list.length < minItems;
  return bundled(
    z
      .array(schemaOf(row, generation))
      .check(refuseWhen((list) => (isTooShort(list) ? emptyList(item) : undefined))),
  );
}

/** Not `z.record`, which skips the key `__proto__` and ignores the value of an invalid key. */
function composeEntries({ key: { en, zh } }: EntriesSpec): Schema {
  const noKey = missing({ en, zh });
  const entries = z.unknown().check(({ value, issues }) => {
    if (!isJsonObject(value)) {
      issues.push({ code: 'invalid_type', expected: 'record', input: value });
      return;
    }
    for (const [key, text] of Object.entries(value)) {
      const path = [key];
      if (key === '') issues.push({ ...refusal(noKey, key), path });
      if (typeof text !== 'string')
        issues.push({ code: 'invalid_type', expected: 'string', input: text, path });
    }
  });
  return bundled(entries);
}

export type SchemaIssue = core.$ZodIssue;

const none: readonly SchemaIssue[] = Object.freeze([]);

/**
 * The issues of a value. Uses the Standard Schema interface, because `safeParse` creates an `Error` with a stack for each
 * invalid value. The copy that zod makes of the value is not used.
 */
export function issuesOf(schema: Schema, value: unknown): readonly SchemaIssue[] {
  const result = schema['~standard'].validate(value);
  // zod retries a check that threw asynchronously. Ours never throw; if one did, the value must not pass.
  if (result instanceof Promise) {
    result.catch(() => undefined);
    throw new Error('The check of a field threw.');
  }
  return (result.issues as readonly SchemaIssue[] | undefined) ?? none;
}

/**
 * A schema that reports all issues of a value as one issue with the others in its `params`. zod collects the issues of a
 * member with a spread, which overflows the stack with 100,000 issues.
 * Objects that match `remembers` are checked once, so that an edit rechecks one container and not all.
 */
function bundled(schema: Schema, remembers?: (value: unknown) => value is object): Schema {
  const recall = remembers && rememberPerObject((value: object) => issuesOf(schema, value));
  return z.unknown().check(({ value, issues }) => {
    const inside = recall && remembers(value) ? recall(value) : issuesOf(schema, value);
    if (inside.length > 0)
      issues.push({
        code: 'custom',
        message: inside[0]!.message,
        params: { inside },
        input: value,
        continue: false,
      });
  });
}
