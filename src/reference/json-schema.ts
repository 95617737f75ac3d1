import {
  existsIn,
  mayBeNull,
  type AmountSpec,
  type ChoiceSpec,
  type FieldSpec,
  type GroupSpec,
  type IntegerSpec,
  type LeafSpec,
  type RowsSpec,
  type StringsSpec,
  type TextSpec,
} from '#src/domain/core/spec/field.ts';
import type { Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { atLeastPattern, atMostPattern } from './decimal-range-pattern.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The dialect of every schema made here. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Our own keywords, which a strict validator must be configured to accept. */
export const ownKeywords = [
  'x-title-zh',
  'x-description-zh',
  'x-table',
  'x-edition',
  'x-generation',
  'x-unit',
  'x-unit-zh',
  'x-rules',
] as const;

export interface SchemaOptions {
  /** Additional schemas of a group, by the name of the group. */
  readonly additions?: (name: string) => readonly JsonSchema[];
  /** The beginning of each `$ref` to a named group. */
  readonly refBase?: string;
  /** Existing definitions, to which new ones are added. */
  readonly defs?: Record<string, JsonSchema>;
  /** Maps the name of a group to another one. */
  readonly rename?: (name: string) => string;
  /** Appended to the name of a group if another group with that name differs. Without a suffix, this throws. */
  readonly suffix?: string;
}

/**
 * The schema of a spec in one generation of the API, draft 2020-12. It accepts a value exactly if `checkField`
 * has no error for it: objects are open, and fields of the other generation are omitted, so they allow any value.
 * Each named group is in `$defs` once.
 */
export function jsonSchemaOf(
  spec: FieldSpec,
  generation: Generation,
  options: Pick<SchemaOptions, 'additions'> = {},
): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  const builder = createSchemaBuilder(generation, { ...options, defs });
  const schema = {
    $schema: DIALECT,
    ...factsOf(spec),
    ...(spec.kind === 'group' ? builder.bodyOf(spec) : builder.bareSchemaOf(spec)),
  };
  return Object.keys(defs).length === 0 ? schema : { ...schema, $defs: byName(defs) };
}

/** Creates schemas like {@link jsonSchemaOf}, but the caller keeps the definitions. */
export function createSchemaBuilder(generation: Generation, options: SchemaOptions) {
  const { additions = () => [], refBase = '#/$defs/', defs = {}, suffix } = options;
  const { rename = (name) => name } = options;
  const names = new Map<GroupSpec, string>();
  return { schemaOf, bareSchemaOf, bodyOf, nameOf };

  /** A member of an object. Null is allowed if the member is optional (R46 warns about it). */
  function schemaOf(spec: FieldSpec): JsonSchema {
    const bare = bareSchemaOf(spec);
    return { ...factsOf(spec), ...(mayBeNull(spec) ? orNull(bare) : bare) };
  }

  function bareSchemaOf(spec: FieldSpec): JsonSchema {
    switch (spec.kind) {
      case 'group':
        return { $ref: refBase + nameOf(spec) };
      case 'rows':
        return { type: 'array', ...leastItems(spec), items: bareSchemaOf(spec.row) };
      case 'entries':
        return {
          type: 'object',
          propertyNames: { minLength: 1 },
          additionalProperties: { type: 'string' },
        };
      default:
        return { ...leafSchema(spec, generation), ...samplesOf(spec) };
    }
  }

  /** The name of the group's definition, which is created at its first use. */
  function nameOf(group: GroupSpec): string {
    const known = names.get(group);
    if (known !== undefined) return known;
    const definition = { title: group.name, ...tableOf(group), ...bodyOf(group) };
    const name = freeName(rename(group.name), definition);
    names.set(group, name);
    defs[name] = definition;
    return name;
  }

  function freeName(name: string, definition: JsonSchema): string {
    const isFree = (one: string) =>
      defs[one] === undefined || JSON.stringify(defs[one]) === JSON.stringify(definition);
    if (isFree(name)) return name;
    if (suffix === undefined) throw new Error(`two groups named ${name} have different fields`);
    if (!isFree(name + suffix)) throw new Error(`${name}${suffix} is the name of another group`);
    return name + suffix;
  }

  function bodyOf(group: GroupSpec): JsonSchema {
    const fields = Object.entries(group.fields).filter(([, field]) => existsIn(field, generation));
    const required = fields.filter(([, field]) => field.required).map(([key]) => key);
    const added = additions(group.name);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map(([key, field]) => [key, schemaOf(field)])),
      ...(required.length > 0 && { required }),
      ...(added.length > 0 && { allOf: added }),
    };
  }
}

/** The limits of a type apply only to its values, so null only has to be added to the types and enums. */
function orNull(schema: JsonSchema): JsonSchema {
  if (schema.type === undefined) return { anyOf: [schema, { type: 'null' }] };
  const words = Array.isArray(schema.enum) && { enum: [...schema.enum, null] };
  return { ...schema, type: [schema.type, 'null'], ...words };
}

/** The annotations of a field. Groups have their table in their definition. */
function factsOf(spec: FieldSpec): JsonSchema {
  const description = descriptionOf(spec);
  return {
    title: spec.label.en,
    'x-title-zh': spec.label.zh,
    ...(description && { description: description.en, 'x-description-zh': description.zh }),
    ...(spec.kind !== 'group' && spec.kind !== 'rows' && tableOf(spec)),
    ...(spec.edition && { 'x-edition': spec.edition }),
    ...(spec.generation && { 'x-generation': spec.generation }),
    ...('unit' in spec && spec.unit && { 'x-unit': spec.unit.en, 'x-unit-zh': spec.unit.zh }),
  };
}

function tableOf(spec: FieldSpec): JsonSchema {
  return spec.table === undefined ? {} : { 'x-table': spec.table };
}

/** The help, followed by the limit. */
function descriptionOf(spec: FieldSpec): Text | undefined {
  const limit = 'limit' in spec ? spec.limit : undefined;
  if (limit === undefined) return spec.help;
  return {
    en: [spec.help?.en, `${limit.en}.`].filter(Boolean).join(' '),
    zh: [spec.help?.zh, `${limit.zh}。`].filter(Boolean).join(''),
  };
}

function samplesOf(spec: LeafSpec): JsonSchema {
  return {
    ...(spec.assumed !== undefined && { default: jsonOf(spec, spec.assumed) }),
    ...(spec.placeholder !== undefined && { examples: [jsonOf(spec, spec.placeholder)] }),
  };
}

/** Converts a value that a spec holds as text to its JSON type. */
function jsonOf(spec: LeafSpec, text: string): unknown {
  if (spec.kind === 'integer') return Number(text);
  if (spec.kind === 'flag') return text === 'true';
  return spec.kind === 'strings' ? [text] : text;
}

function leafSchema(spec: LeafSpec, generation: Generation): JsonSchema {
  switch (spec.kind) {
    case 'text':
      return textSchema(spec);
    case 'integer':
      return integerSchema(spec);
    case 'amount':
      return amountSchema(spec);
    case 'choice':
      return { type: 'string', enum: wordsOf(spec, generation) };
    case 'flag':
      return { type: 'boolean' };
    case 'strings':
      return stringsSchema(spec);
  }
}

// JSON Schema counts the length of a string in code points, like the specs.
function textSchema({ minLength, maxLength, pattern }: TextSpec): JsonSchema {
  return {
    type: 'string',
    ...(minLength > 0 && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern && { pattern: patternSource(pattern.regex, minLength === 0) }),
  };
}

function patternSource(regex: RegExp, takesEmpty: boolean): string {
  if (!['', 'u'].includes(regex.flags)) throw new Error(`JSON Schema has no flags for ${regex}`);
  return takesEmpty && !regex.test('') ? `^$|${regex.source}` : regex.source;
}

// The specs reject integers that are too large to be exact.
function integerSchema({ min, max }: IntegerSpec): JsonSchema {
  return {
    type: 'integer',
    minimum: min ?? Number.MIN_SAFE_INTEGER,
    maximum: max ?? Number.MAX_SAFE_INTEGER,
  };
}

function amountSchema({ min, max, aboveMin = false }: AmountSpec): JsonSchema {
  return {
    type: 'string',
    allOf: [
      {
        title: `${aboveMin ? 'More than' : 'At least'} ${min}`,
        pattern: atLeastPattern(min, aboveMin),
      },
      { title: `At most ${max}`, pattern: atMostPattern(max) },
    ],
  };
}

function wordsOf({ options, allowsEmpty }: ChoiceSpec, generation: Generation): string[] {
  const words = options.filter((option) => existsIn(option, generation)).map(({ value }) => value);
  return allowsEmpty ? [...words, ''] : words;
}

function stringsSchema({ refusesEmptyItems }: StringsSpec): JsonSchema {
  return {
    type: 'array',
    items: { type: 'string', ...(refusesEmptyItems && { minLength: 1 }) },
  };
}

function leastItems({ minItems }: RowsSpec): JsonSchema {
  return minItems === undefined ? {} : { minItems };
}

/** Sorts definitions by name. */
export function byName(defs: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(defs).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
