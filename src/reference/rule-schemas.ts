import type { RuleId } from '#src/domain/core/issue.ts';
import { type Generation, PAGE_GENERATION } from '#src/domain/core/context.ts';
import { atLeastPattern } from './decimal-range-pattern.ts';
import type { JsonSchema } from './json-schema.ts';

/** A rule as JSON Schema says it. */
export interface RuleSchema {
  /** Accepts a value exactly if the rule is kept, or a field has an error of its own. */
  readonly schema: JsonSchema;
  /** The groups it is said of, by name; `within` leads from the group to a part of it. */
  readonly places: readonly {
    readonly group: string;
    readonly within?: (rule: JsonSchema) => JsonSchema;
  }[];
}

/** A rule of one group. */
const of = (group: string, schema: JsonSchema): RuleSchema => ({ schema, places: [{ group }] });

/** `if`, `then` and `else` of JSON Schema. Put together by name, as lint takes an object with `then` for a promise. */
const when = (...parts: [condition: JsonSchema, then: JsonSchema, otherwise?: JsonSchema]) =>
  Object.fromEntries(parts.map((part, at) => [['if', 'then', 'else'][at]!, part])) as JsonSchema;

/** Null counts as absent. */
const present: JsonSchema = { not: { type: 'null' } };

const exactlyOneOf = (...keys: string[]): JsonSchema => ({
  oneOf: keys.map((key) => ({ required: [key], properties: { [key]: present } })),
});

const hasWord = (key: string, words: readonly string[]): JsonSchema => ({
  type: 'object',
  required: [key],
  properties: { [key]: { enum: words } },
});

// The page marks `""`, `[]` and null as no target: only something inside counts.
const namesGroup: JsonSchema = {
  required: ['group_id'],
  properties: { group_id: { type: 'string', minLength: 1 } },
};
const namesNodes: JsonSchema = {
  required: ['node_ids'],
  properties: { node_ids: { type: 'array', minItems: 1 } },
};

/** Something at a path of keys below an object; absent objects pass. */
const below = (path: readonly string[], schema: JsonSchema): JsonSchema =>
  path.reduceRight<JsonSchema>((inner, key) => ({ properties: { [key]: inner } }), schema);

const someValues = (limits: JsonSchema): JsonSchema => ({
  required: ['values'],
  properties: { values: { not: { type: 'null' }, ...limits } },
});

/** What an operator asks of the values beside it; values that are no list are left to the field. */
const valuesByOperator = (generation: Generation): JsonSchema => ({
  allOf: [
    when(hasWord('operator', ['In', 'NotIn']), someValues({ minItems: 1 })),
    when(hasWord('operator', ['Exists', 'DoesNotExist']), {
      properties: { values: { maxItems: 0 } },
    }),
    ...(generation === '2025' ? [oneInteger] : []),
  ],
});

const oneInteger = when(
  hasWord('operator', ['Gt', 'Lt']),
  someValues({ minItems: 1, maxItems: 1, items: { pattern: '^-?[0-9]+$' } }),
);

/** In generation 2025 the lists of the page are no fields, yet the rule holds in them. */
const newerAffinityPlaces: RuleSchema['places'] = [
  {
    group: 'PodAffinity',
    within: (rule) => ({
      properties: { node_affinity: { items: rule }, pod_affinity: { items: rule } },
    }),
  },
  { group: 'KubernetesMatchExpression' },
];

function affinityPlaces(generation: Generation): RuleSchema['places'] {
  return generation === PAGE_GENERATION ? [{ group: 'MatchExpression' }] : newerAffinityPlaces;
}

/**
 * The rules that JSON Schema can say exactly, for either edition and without facts from outside the body.
 * What compares two values, counts over several lists or depends on the edition is none of them.
 */
export function ruleSchemas(generation: Generation): Readonly<Partial<Record<RuleId, RuleSchema>>> {
  return {
    R01: of('Deployment', { oneOf: [namesGroup, namesNodes] }),
    R02: of('Deployment', { properties: { node_ids: { maxItems: 1 } } }),
    R04: of(
      'Deployment',
      when(
        { type: 'object', ...namesGroup },
        below(['deployment', 'template', 'configs'], {
          required: ['migration'],
          properties: { migration: present },
        }),
      ),
    ),
    R12: { schema: valuesByOperator(generation), places: affinityPlaces(generation) },
    R14: of('HostContainerPortMapping', exactlyOneOf('host_port', 'host_port_range')),
    R17: of('Env', exactlyOneOf('value', 'value_from', 'field_path')),
    R18: of('ValueFrom', exactlyOneOf('configmap', 'secret')),
    R20: of('Volume', {
      allOf: [
        when(hasWord('type', ['hostPath']), {
          properties: { source: { pattern: '^/[A-Za-z0-9_./\\\\-]*$' } },
        }),
        when(hasWord('type', ['emptyDir']), {
          properties: { source: { enum: ['disk', 'memory'] } },
        }),
      ],
    }),
    R21: of(
      'Volume',
      when(hasWord('type', ['configMap', 'secret']), {
        properties: { read_only: { enum: [true, null] } },
      }),
    ),
    ...(generation === '2025' && newerRules),
    R23: of('Probe', exactlyOneOf('http_get', 'exec')),
    R25: of('ResQuest', below(['limits', 'memory'], { pattern: atLeastPattern('4') })),
  };
}

const newerRules = {
  R22: of(
    'Volume',
    when(hasWord('type', ['emptyDir', 'hostPath']), {
      properties: { default_mode: { type: 'null' } },
    }),
  ),
  R34: of(
    'PodConfigs',
    when(
      {
        type: 'object',
        required: ['host_network'],
        properties: { host_network: { const: true } },
      },
      { properties: { dns_policy: { not: { const: 'ClusterFirst' } } } },
      { properties: { dns_policy: { not: { const: 'ClusterFirstWithHostNet' } } } },
    ),
  ),
};
