import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { headingOf, rulesOf, sectionsOf, type FieldRule } from './sections.ts';

/** A field as the reference shows it. */
export interface FieldEntry {
  readonly key: string;
  /** All its locations in a body, with `[]` for any index. The first one is its anchor. */
  readonly paths: readonly [string, ...string[]];
  readonly label: Text;
  readonly help: Text | undefined;
  readonly type: Text;
  readonly isRequired: boolean;
  readonly limits: Text | undefined;
  readonly unit: Text | undefined;
  /** The value that the service assumes. */
  readonly assumed: string | undefined;
  readonly edition: Edition | undefined;
  readonly generation: Generation | undefined;
  readonly rules: readonly FieldRule[];
}

/** A type of the API with its fields. */
export interface TypeEntry {
  readonly name: string;
  /** The table of the API page; undefined for a type that is newer than the page. */
  readonly table: number | undefined;
  readonly anchor: string;
  readonly label: Text;
  readonly oneOf: readonly string[];
  readonly fields: readonly FieldEntry[];
}

/** Every type and field of the request, in the order of the API page. */
export function requestEntries(): readonly TypeEntry[] {
  return sectionsOf([deploymentGroup]).map(({ places }) => {
    const { group, fields } = places[0]!;
    return {
      name: group.name,
      table: group.table,
      anchor: anchorOfType(headingOf(group)),
      label: group.label,
      oneOf: group.oneOf ?? [],
      fields: fields.map(({ key, spec }, at) => {
        const all = places.map((place) => place.fields[at]!);
        const [first, ...others] = all.map(({ path }) => path);
        const rules = rulesOf(all);
        return {
          key,
          paths: [first!, ...others],
          label: spec.label,
          help: spec.help,
          type: typeWords(spec),
          isRequired: spec.required ?? false,
          limits: limitWords(spec),
          unit: 'unit' in spec ? spec.unit : undefined,
          assumed: spec.assumed,
          edition: sameOrNone(all.map(({ edition }) => edition)),
          generation: sameOrNone(all.map(({ generation }) => generation)),
          rules: rules.filter(({ id }, index) => rules.findIndex((one) => one.id === id) === index),
        };
      }),
    };
  });
}

function anchorOfType(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function sameOrNone<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function typeWords(spec: FieldSpec): Text {
  switch (spec.kind) {
    case 'text':
    case 'choice':
      return { en: 'String', zh: 'String' };
    case 'amount':
      return { en: 'String (decimal)', zh: 'String（小数）' };
    case 'integer':
      return { en: 'Integer', zh: 'Integer' };
    case 'flag':
      return { en: 'Boolean', zh: 'Boolean' };
    case 'strings':
      return { en: 'Array of strings', zh: 'Array of strings' };
    case 'entries':
      return { en: 'Object of strings', zh: 'Object（值为 String）' };
    case 'rows':
      return { en: `Array of ${spec.row.name}`, zh: `Array of ${spec.row.name}` };
    case 'group':
      return { en: spec.name, zh: spec.name };
  }
}

function limitWords(spec: FieldSpec): Text | undefined {
  if ('limit' in spec && spec.limit) return spec.limit;
  if (spec.kind === 'choice') {
    const values = spec.options.map(({ value, generation }) =>
      generation === undefined ? value : `${value} (${generation})`,
    );
    return {
      en: values.join(', ') + (spec.allowsEmpty ? ', or empty' : ''),
      zh: values.join('、') + (spec.allowsEmpty ? '，或为空' : ''),
    };
  }
  if (spec.kind === 'text' && spec.minLength > 0) return { en: 'Not empty', zh: '不能为空' };
  if (spec.kind === 'rows' && spec.minItems)
    return { en: `At least ${spec.minItems}`, zh: `至少 ${spec.minItems} 项` };
  return undefined;
}
