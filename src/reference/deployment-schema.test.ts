import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkField } from '#src/domain/core/check/check-fields.ts';
import type { Generation } from '#src/domain/core/context.ts';
import {
  anyBody,
  anyMutation,
  fullBody,
  mutate,
  pathOf,
  withValue,
} from '#src/domain/deployment/bodies.testing.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { pageRequest } from '#src/domain/deployment/page-examples.ts';
import { ruleExamples } from '#src/domain/deployment/rules/examples/rule-examples.ts';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import { verdictsOf } from '#src/domain/deployment/rules/judge.testing.ts';
import { validatorOf } from './ajv.fixture.ts';
import { deploymentSchemaOf, rulesBySchema } from './deployment-schema.ts';
import { ruleSchemas } from './rule-schemas.ts';

const generations: readonly Generation[] = ['2024-04', '2025'];
const match = { key: 'zone', operator: 'In', values: ['east'] };
const labelled = {
  labelSelector: {
    matchExpressions: [match, { key: 'a', operator: 'Exists' }],
    matchLabels: { a: 'b' },
  },
  namespaces: ['default'],
  topologyKey: 'kubernetes.io/hostname',
};
const podAffinity = {
  requiredDuringSchedulingIgnoredDuringExecution: [labelled],
  preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: labelled }],
};

/** The full body with every field that only generation 2025 has, which an older service may ignore. */
const newerBody = [
  ['deployment.annotations', { ring_controller: 'ascend-1980', autonomy_edge_selector: 'a' }],
  ['deployment.template.configs.dns_policy', 'ClusterFirst'],
  ['deployment.template.containers.0.run_as_user', 1000],
  ['deployment.template.containers.0.volumes.1.default_mode', 420],
  ['deployment.template.containers.0.resources.limits.D310B', '2'],
  ['deployment.template.affinity.podAffinity', podAffinity],
  ['deployment.template.affinity.podAntiAffinity', podAffinity],
  [
    'deployment.template.affinity.nodeAffinity',
    {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [match, { ...match, operator: 'Gt', values: ['4'] }] },
        ],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, preference: { matchExpressions: [{ key: 'a', operator: 'DoesNotExist' }] } },
      ],
    },
  ],
].reduce<unknown>(
  (body, [path, value]) => withValue(body, pathOf(path as string), value),
  fullBody,
);

const examples = Object.values(ruleExamples).flatMap(({ broken, corrected }) => [
  broken,
  corrected,
]);

/** The newer body with changes near the fields that rules read, usually deeply nested. */
const anyNewer = fc
  .array(
    fc.oneof(
      anyMutation,
      fc
        .record({
          walk: fc.array(fc.nat(11), { minLength: 5, maxLength: 12 }),
          value: fc.constantFrom<unknown>(
            'In',
            'Gt',
            'Exists',
            ['4'],
            ['x'],
            [4],
            [],
            ['1', '2'],
            null,
          ),
        })
        .map(({ walk, value }) => ({ walk, how: 'replace' as const, key: '', value })),
    ),
    { maxLength: 3 },
  )
  .map((mutations) => mutations.reduce(mutate, newerBody));

/** Bodies near the limits of rules: an example of a rule with some changes. */
const anyExample = fc
  .tuple(fc.constantFrom<unknown>(...examples, fullBody), fc.array(anyMutation, { maxLength: 3 }))
  .map(([body, mutations]) => mutations.reduce(mutate, body));

describe.each(generations)('the schema of generation %s', (generation) => {
  const schema = deploymentSchemaOf(generation);
  const isValid = validatorOf(schema);
  const { said, unsaid } = rulesBySchema(generation);

  const isFree = (body: unknown) =>
    checkField(deploymentGroup, body, 'Deployment', generation).every(
      ({ severity }) => severity !== 'error',
    ) &&
    (['professional', 'platinum'] as const).every((edition) =>
      said.every((rule) => verdictsOf(rule, body, { edition, generation }).length === 0),
    );

  test('accepts the request of the page and the full body', () => {
    expect(isValid(pageRequest())).toBe(true);
    expect(isValid(fullBody)).toBe(true);
  });

  test('accepts fields of generation 2025 in both generations, but its choices only in 2025', () => {
    expect(isValid(newerBody)).toBe(true);
    const type = pathOf('deployment.template.containers.0.npu_type');
    expect(isValid(withValue(newerBody, ['source'], 'iem'))).toBe(generation === '2025');
    expect(isValid(withValue(newerBody, type, 'D310B'))).toBe(generation === '2025');
  });

  const must = 'requiredDuringSchedulingIgnoredDuringExecution';
  const should = 'preferredDuringSchedulingIgnoredDuringExecution';
  test.each([
    'node_affinity.0',
    'pod_affinity.0',
    `nodeAffinity.${must}.nodeSelectorTerms.0.matchExpressions.0`,
    `nodeAffinity.${should}.0.preference.matchExpressions.0`,
    `podAffinity.${must}.0.labelSelector.matchExpressions.0`,
    `podAffinity.${should}.0.podAffinityTerm.labelSelector.matchExpressions.0`,
    `podAntiAffinity.${must}.0.labelSelector.matchExpressions.0`,
    `podAntiAffinity.${should}.0.podAffinityTerm.labelSelector.matchExpressions.0`,
  ])('contains R12 for %s', (place) => {
    const path = pathOf(`deployment.template.affinity.${place}`);
    const verdicts = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Is'].flatMap(
      (operator) =>
        [undefined, null, 'a', [], ['a'], ['-4'], ['4', '5'], [4]].map((values) => {
          const given = values === undefined ? {} : { values };
          const body = withValue(newerBody, path, { key: 'a', operator, ...given });
          const valid = isValid(body);
          expect([operator, values, valid]).toEqual([operator, values, isFree(body)]);
          return valid;
        }),
    );
    expect(verdicts).toContain(true);
    // The older generation does not read the newer format.
    if (generation === '2025' || place.includes('_')) expect(verdicts).toContain(false);
  });

  test.each([
    ['any change of the full body', anyBody],
    ['any change of an example of a rule', anyExample],
    ['any change of a body with all newer fields', anyNewer],
    ['any JSON', fc.jsonValue()],
  ])(
    'accepts %s exactly if it satisfies the fields and the rules in the schema',
    (what, bodies) => {
      let accepted = 0;
      let refused = 0;
      fc.assert(
        fc.property(bodies, (body) => {
          const valid = isValid(body);
          if (valid) accepted++;
          else refused++;
          expect([body, valid]).toEqual([body, isFree(body)]);
        }),
        { numRuns: 800 },
      );
      // Otherwise the property would prove little.
      expect(refused).toBeGreaterThan(100);
      if (what !== 'any JSON') expect(accepted).toBeGreaterThan(100);
    },
  );

  test.each(said.map(({ id }) => id))('contains %s: its broken example is rejected', (id) => {
    const { broken, corrected } = ruleExamples[id]!;
    expect(isValid(broken)).toBe(false);
    expect(isValid(corrected)).toBe(true);
  });

  // A body of another format (R51) lacks keys that the schema requires.
  const acceptable = unsaid.map(({ id }) => id).filter((id) => id !== 'R51');
  test.each(acceptable)('does not contain %s: its broken example is accepted', (id) => {
    expect(isValid(ruleExamples[id]!.broken)).toBe(true);
  });

  test('lists every rule of the generation once, contained or not', () => {
    const ids = [...said, ...unsaid].map(({ id }) => id);
    const wanted = rules.filter((rule) => (rule.generation ?? generation) === generation);
    expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id));
    expect(schema['x-rules']).toMatchObject({
      said: said.map(({ id, severity }) => ({ id, severity })),
      unsaid: unsaid.map(({ id, basis, source }) => ({ id, basis, source })),
    });
  });

  test('contains only errors, and no rule of another generation', () => {
    expect(said.filter(({ severity }) => severity !== 'error')).toEqual([]);
    expect(said.map(({ id }) => id)).toEqual(Object.keys(ruleSchemas(generation)).toSorted());
  });

  test('refers to each rule that it contains', () => {
    const text = JSON.stringify(schema);
    for (const { id } of said) expect(text).toContain(`{"$ref":"#/$defs/${id}"}`);
  });
});
