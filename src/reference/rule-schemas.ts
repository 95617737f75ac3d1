import type { RuleId } from '#src/domain/core/issue.ts';
import { type Generation, PAGE_GENERATION } from '#src/domain/core/context.ts';
import { atLeastPattern } from './decimal-range-pattern.ts';
import type { JsonSchema } from './json-schema.ts';

/** A rule in JSON Schema. */
export interface RuleSchema {
  /** Accepts a value exactly if it satisfies the rule or a field has its own error. */
  readonly schema: JsonSchema;
  /** The groups that the rule applies to, by name; `within` selects a part of the group. */
  readonly places: readonly {
    readonly group: string;
    readonly within?: (rule: JsonSchema) => JsonSchema;
  }[];
}

const ruleOf = (group: string, schema: JsonSchema): RuleSchema => ({ schema, places: [{ group }] });

/**
 * `if`, `then` and `else` of JSON Schema. Built dynamically, because lint treats an object literal with `then`
 * as a promise.
 */
const when = (...parts: [condition: JsonSchema, then: JsonSchema, otherwise?: JsonSchema]) =>
  Object.fromEntries(
    parts.map((part, index) => [['if', 'then', 'else'][index]!, part]),
  ) as JsonSchema;

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

// `""`, `[]` and null do not count as a target.
const namesGroup: JsonSchema = {
  required: ['group_id'],
  properties: { group_id: { type: 'string', minLength: 1 } },
};
const namesNodes: JsonSchema = {
  required: ['node_ids'],
  properties: { node_ids: { type: 'array', minItems: 1 } },
};

/** Applies a schema at a path of keys. Missing objects are allowed. */
const below = (path: readonly string[], schema: JsonSchema): JsonSchema =>
  path.reduceRight<JsonSchema>((inner, key) => ({ properties: { [key]: inner } }), schema);

const someValues = (limits: JsonSchema): JsonSchema => ({
  required: ['values'],
  properties: { values: { not: { type: 'null' }, ...limits } },
});

/** The values that each operator requires. The field checks values that are not a list. */
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

/** In generation 2025 the lists of the API page are not fields, but the rule still applies to them. */
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
 * The rules that JSON Schema can express exactly, for both editions and without knowledge about the target. Rules that
 * compare values, count across lists, or depend on the edition are not among them.
 */
export function ruleSchemas(generation: Generation): Readonly<Partial<Record<RuleId, RuleSchema>>> {
  return {
    R01: ruleOf('Deployment', { oneOf: [namesGroup, namesNodes] }),
    R02: ruleOf('Deployment', { properties: { node_ids: { maxItems: 1 } } }),
    R04: ruleOf(
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
    R14: ruleOf('HostContainerPortMapping', exactlyOneOf('host_port', 'host_port_range')),
    R17: ruleOf('Env', exactlyOneOf('value', 'value_from', 'field_path')),
    R18: ruleOf('ValueFrom', exactlyOneOf('configmap', 'secret')),
    R20: ruleOf('Volume', {
      allOf: [
        when(hasWord('type', ['hostPath']), {
          properties: { source: { pattern: '^/[A-Za-z0-9_./\\\\-]*$' } },
        }),
        when(hasWord('type', ['emptyDir']), {
          properties: { source: { enum: ['disk', 'memory'] } },
        }),
      ],
    }),
    R21: ruleOf(
      'Volume',
      when(hasWord('type', ['configMap', 'secret']), {
        properties: { read_only: { enum: [true, null] } },
      }),
    ),
    ...(generation === '2025' && newerRules),
    R23: ruleOf('Probe', exactlyOneOf('http_get', 'exec')),
    R25: ruleOf('ResQuest', below(['limits', 'memory'], { pattern: atLeastPattern('4') })),
  };
}

const newerRules = {
  R22: ruleOf(
    'Volume',
    when(hasWord('type', ['emptyDir', 'hostPath']), {
      properties: { default_mode: { type: 'null' } },
    }),
  ),
  R34: ruleOf(
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
