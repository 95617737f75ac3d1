import { describe, expect, test } from 'vitest';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { requestTables as page, rowsOfTable } from '#src/reference/page-rows.ts';
import { wireTypeOf } from '#src/reference/wire-type.fixture.ts';
import { deploymentGroup } from './deployment.fields.ts';

const rows = rowsOfTable(page);

/** All groups of a spec, once per use. */
function groupsOf(spec: FieldSpec): GroupSpec[] {
  if (spec.kind === 'rows') return groupsOf(spec.row);
  if (spec.kind !== 'group') return [];
  return [spec, ...Object.values(spec.fields).flatMap(groupsOf)];
}

const groups = groupsOf(deploymentGroup);
/** The keys of a group that are on the page; the others are newer. */
const pageKeys = (group: GroupSpec) =>
  Object.keys(group.fields).filter((key) => group.fields[key]!.generation !== '2025');
const groupsNamed = (type: string) => groups.filter(({ name }) => name === type);

/** All texts of a spec. */
function wordsOf(spec: FieldSpec) {
  const options = spec.kind === 'choice' ? spec.options.flatMap((it) => [it.label, it.help]) : [];
  const limit = 'limit' in spec ? [spec.limit] : [];
  return [spec.label, spec.help, ...limit, ...options].filter((text) => text !== undefined);
}

test('the transcription has 20 tables and their 74 fields', () => {
  expect(page).toHaveLength(20);
  expect(rows).toHaveLength(74);
});

describe('the specs', () => {
  test('have exactly the types of the page', () => {
    const onPage = groups.filter(({ table }) => table !== undefined).map(({ name }) => name);
    expect(new Set(onPage)).toEqual(new Set(page.map(([, type]) => type)));
  });

  test.each(page)('of table %d (%s) have exactly the keys of the page', (table, type) => {
    const wanted = rows.filter((row) => row.table === table).map(({ key }) => key);
    expect(groupsNamed(type).length).toBeGreaterThan(0);
    for (const group of groupsNamed(type)) {
      expect(group.table).toBe(table);
      expect(pageKeys(group).toSorted()).toEqual(wanted.toSorted());
    }
  });

  test.each(rows)('table $table, $type, $key: $wireType', (row) => {
    for (const group of groupsNamed(row.type)) {
      const spec = group.fields[row.key]!;
      expect(wireTypeOf(spec)).toBe(row.wireType);
      expect(spec.required ?? false).toBe(row.required);
      // An object or a list of objects has the table of its type.
      const typeTable = /(\d+)$/.exec(row.wireType)?.[1];
      expect(spec.table).toBe(typeTable === undefined ? row.table : Number(typeTable));
      for (const { en, zh } of wordsOf(spec)) {
        expect(en).toMatch(/^\S(.*\S)?$/);
        expect(en).not.toMatch(/\p{Script=Han}/u);
        expect(zh).toMatch(/^\S(.*\S)?$/);
      }
      expect(spec.label.zh).toMatch(/\p{Script=Han}|^[CN]PU$/u);
    }
  });
});

describe('alternatives', () => {
  test.each([
    ['Deployment', ['node_ids', 'group_id']],
    ['Env', ['value', 'value_from', 'field_path']],
    ['ValueFrom', ['configmap', 'secret']],
    ['Probe', ['http_get', 'exec']],
    ['HostContainerPortMapping', ['host_port', 'host_port_range']],
  ])('%s chooses one of %j', (type, keys) => {
    for (const group of groupsNamed(type)) expect(group.oneOf).toEqual(keys);
  });

  test('exist only there', () => {
    const types = groups.filter(({ oneOf }) => oneOf !== undefined).map(({ name }) => name);
    expect(new Set(types).size).toBe(5);
  });

  test.each(groups.filter(({ oneOf }) => oneOf))('$name: the keys are optional fields', (group) => {
    for (const key of group.oneOf!) expect(group.fields[key]?.required ?? false).toBe(false);
  });
});

test('fields that only the platinum edition has are marked', () => {
  const marked = groups.flatMap((group) =>
    Object.entries(group.fields)
      .filter(([, spec]) => spec.edition === 'platinum')
      .map(([key]) => `${group.name}.${key}`),
  );
  expect(new Set(marked)).toEqual(
    new Set([
      'Deployment.group_id',
      'PodRequest.affinity',
      'HostContainerPortMapping.host_port_range',
    ]),
  );
});

test('the defaults that the page states are shown', () => {
  const assumed = rows.flatMap(({ type, key }) =>
    groupsNamed(type)
      .slice(0, 1)
      .flatMap((group) => {
        const value = group.fields[key]?.assumed;
        return value === undefined ? [] : [`${type}.${key}=${value}`];
      }),
  );
  expect(assumed).toEqual([
    'ContainerDef.privileged=false',
    'ContainerDef.npu_type=D310',
    'Volume.read_only=true',
    'Probe.initial_delay_seconds=10',
    'Probe.timeout_seconds=1',
    'HttpGet.scheme=HTTP',
    'PodConfigs.host_network=false',
    'PodConfigs.host_pid=false',
    'PodConfigs.migration=false',
  ]);
});

/** Fields newer than the page (facts sheet 1.4 to 1.15), `group.key wire type`, from the API Explorer. */
const newer = [
  'Deployment.source=iem',
  'CreateAppsInDeploymentV3.annotations object',
  'Annotations.ring_controller String',
  'Annotations.ring_controller=ascend-1980',
  'Annotations.autonomy_edge_selector String',
  'PodConfigs.dns_policy String',
  'PodConfigs.dns_policy=Default',
  'PodConfigs.dns_policy=ClusterFirst',
  'PodConfigs.dns_policy=ClusterFirstWithHostNet',
  'MatchExpression.operator=Gt',
  'MatchExpression.operator=Lt',
  'PodAffinity.nodeAffinity object',
  'KubernetesNodeAffinity.requiredDuringSchedulingIgnoredDuringExecution object',
  'KubernetesNodeSelector.nodeSelectorTerms Array of objects',
  'KubernetesNodeSelectorTerm.matchExpressions Array of objects',
  'KubernetesMatchExpression.key String',
  'KubernetesMatchExpression.operator String',
  'KubernetesMatchExpression.operator=In',
  'KubernetesMatchExpression.operator=NotIn',
  'KubernetesMatchExpression.operator=Exists',
  'KubernetesMatchExpression.operator=DoesNotExist',
  'KubernetesMatchExpression.operator=Gt',
  'KubernetesMatchExpression.operator=Lt',
  'KubernetesMatchExpression.values Array of strings',
  'KubernetesNodeAffinity.preferredDuringSchedulingIgnoredDuringExecution Array of objects',
  'KubernetesPreferredSchedulingTerm.weight Integer',
  'KubernetesPreferredSchedulingTerm.preference object',
  'PodAffinity.podAffinity object',
  'PodAffinity.podAntiAffinity object',
  'KubernetesPodAffinity.requiredDuringSchedulingIgnoredDuringExecution Array of objects',
  'KubernetesPodAffinityTerm.labelSelector object',
  'KubernetesLabelSelector.matchExpressions Array of objects',
  'KubernetesLabelSelector.matchLabels Map of strings',
  'KubernetesPodAffinityTerm.namespaces Array of strings',
  'KubernetesPodAffinityTerm.topologyKey String',
  'KubernetesPodAffinity.preferredDuringSchedulingIgnoredDuringExecution Array of objects',
  'KubernetesWeightedPodAffinityTerm.weight Integer',
  'KubernetesWeightedPodAffinityTerm.podAffinityTerm object',
  'ContainerDef.npu_type=D310B',
  'ContainerDef.run_as_user Integer',
  'Volume.default_mode Integer',
  'Res.D310 String',
  'Res.D310B String',
];

test('the fields and options newer than the page are those of the API Explorer', () => {
  const found = groups.flatMap((group) =>
    Object.entries(group.fields).flatMap(([key, spec]) => {
      const name = `${group.name}.${key}`;
      const isNewer = spec.table === undefined;
      const type = wireTypeOf(spec)
        .replace(/ undefined$/, '')
        .replace(/of$/, 'of objects');
      const words = spec.kind === 'choice' ? spec.options : [];
      const newWords = words.filter((word) => isNewer || word.generation === '2025');
      return [
        ...(isNewer ? [`${name} ${type}`] : []),
        ...newWords.map(({ value }) => `${name}=${value}`),
      ];
    }),
  );
  expect(new Set(found)).toEqual(new Set(newer));
});

test('a field without a table, or a group that contains it, is marked as generation 2025', () => {
  const unmarked = (spec: FieldSpec): FieldSpec[] => {
    if (spec.generation === '2025') return [];
    if (spec.kind === 'rows') return unmarked(spec.row);
    if (spec.kind !== 'group') return spec.table === undefined ? [spec] : [];
    return Object.values(spec.fields).flatMap(unmarked);
  };
  expect(unmarked(deploymentGroup)).toEqual([]);
});
