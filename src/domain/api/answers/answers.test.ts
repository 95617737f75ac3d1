import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBody } from '#src/domain/deployment/bodies.testing.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { asObject } from '#src/json/value.ts';
import { readValue } from '#src/domain/core/check/read-value.ts';
import { schemaOf } from '#src/domain/core/check/schema.ts';
import { anyValueOf } from '#src/domain/core/spec/values.testing.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { page400, page500, pageAnswer } from '#src/domain/deployment/page-examples.ts';
import { wireTypeOf } from '#src/reference/wire-type.fixture.ts';
import {
  deploymentAnswerGroup,
  errorAnswerGroup,
  failureAnswerGroup,
} from './deployment.fields.ts';
import { endpoints } from '../endpoints.ts';
import { iamErrorGroup, projectsAnswerGroup, tokenAnswerGroup } from '../iam.fields.ts';
import { configmapAnswerGroup, configmapsAnswerGroup } from './configmaps.fields.ts';
import { deploymentsAnswerGroup } from './deployments.fields.ts';
import { gatewayErrorGroup } from './gateway-error.fields.ts';
import { groupsAnswerGroup } from './groups.fields.ts';
import { nodesAnswerGroup } from './nodes.fields.ts';
import { podsAnswerGroup } from './pods.fields.ts';
import { quotasAnswerGroup } from './quotas.fields.ts';
import { secretsAnswerGroup } from './secrets.fields.ts';
import * as vendor from './vendor-answers.fixture.ts';

/**
 * The response tables of the API page, transcribed by hand: number, type name, then key and type of each row in
 * the page's order. `Array of N` and `object N` stand for 表N. Long is written as Integer, because both are JSON
 * integers. The page does not mark required keys; a star marks a key that docs/sources.md, section 4, requires
 * in a response. Tables 21, 40 and 41 have no type name on the page (响应Body参数).
 */
const page: readonly (readonly [number, string, string])[] = [
  [
    21,
    'DeploymentAnswer',
    '*id String, *name String, replicas Integer, ready_replicas Integer, description String, group_id String, *node_ids Array of strings, tags Array of 36, api_version String, source String, project_id String, created_at String, updated_at String, *template object 22, state String, source_id String',
  ],
  // The page refers to table 41 (the 500 response) for the affinity, but means table 33.
  [
    22,
    'PodRequest',
    '*configs object 35, affinity object 33, init_containers Array of 23, *containers Array of 23',
  ],
  [
    23,
    'ContainerDef',
    '*name String, *image_url String, args Array of strings, command Array of strings, resources object 31, envs Array of 30, ports Array of 28, privileged Boolean, readiness_probe object 25, liveness_probe object 25, version String, volumes Array of 24, npu_type String',
  ],
  [
    24,
    'Volume',
    '*name String, *type String, read_only Boolean, *source String, *destination String',
  ],
  [
    25,
    'Probe',
    'http_get object 26, exec object 27, initial_delay_seconds Integer, timeout_seconds Integer',
  ],
  [26, 'HttpGet', '*path String, *port Integer, host String, scheme String'],
  [27, 'Exec', '*command String'],
  [
    28,
    'HostContainerPortMapping',
    '*container_port Integer, host_port Integer, host_ip String, host_port_range object 29',
  ],
  [29, 'HostPortRange', '*min_port Integer, *max_port Integer'],
  [30, 'Env', '*name String, value String, value_from object 37, field_path String'],
  [31, 'ResQuest', 'limits object 32, requests object 32'],
  [32, 'Res', 'cpu String, memory String, gpu String, npu String'],
  [33, 'PodAffinity', 'node_affinity Array of 34, pod_affinity Array of 34'],
  [34, 'MatchExpression', '*key String, *operator String, values Array of strings'],
  [
    35,
    'PodConfigs',
    'host_network Boolean, host_pid Boolean, migration Boolean, *restart_policy String, toleration_seconds Integer',
  ],
  [36, 'Attribute', '*key String, value String'],
  [37, 'ValueFrom', 'secret object 38, configmap object 39'],
  [38, 'secret', '*name String, *key String'],
  [39, 'configmap', '*name String, *key String'],
  [40, 'ErrorAnswer', '*error_code String, *error_msg String'],
  [41, 'FailureAnswer', '*error_code String, *error_msg String'],
];

const rows = page.flatMap(([table, type, fields]) =>
  fields.split(', ').map((field) => {
    const [, star, key, wireType] = /^(\*?)(\w+) (.+)$/.exec(field)!;
    return { table, type, key: key!, wireType: wireType!, required: star === '*' };
  }),
);

/** All groups of a spec, once per use. */
function groupsOf(spec: FieldSpec): GroupSpec[] {
  if (spec.kind === 'rows') return groupsOf(spec.row);
  if (spec.kind !== 'group') return [];
  return [spec, ...Object.values(spec.fields).flatMap(groupsOf)];
}

const roots = [deploymentAnswerGroup, errorAnswerGroup, failureAnswerGroup];
const groups = roots.flatMap(groupsOf);
const groupsUnder = (table: number) => groups.filter((group) => group.table === table);

/** All texts of a spec and of the specs below it. */
function wordsOf(spec: FieldSpec): { en: string; zh: string }[] {
  const options = spec.kind === 'choice' ? spec.options.flatMap((it) => [it.label, it.help]) : [];
  const limit = 'limit' in spec ? [spec.limit] : [];
  const own = [spec.label, spec.help, ...limit, ...options].filter((text) => text !== undefined);
  if (spec.kind === 'rows') return [...own, spec.item, ...wordsOf(spec.row)];
  if (spec.kind === 'group') return [...own, ...Object.values(spec.fields).flatMap(wordsOf)];
  return own;
}

test('the transcription has 21 tables and their 85 fields', () => {
  expect(page.map(([table]) => table)).toEqual(Array.from({ length: 21 }, (_, at) => 21 + at));
  expect(rows).toHaveLength(85);
});

describe('the response specs', () => {
  test('have exactly the tables of the page', () => {
    const found = groups.map(({ table }) => table).filter((table) => table !== undefined);
    expect(new Set(found)).toEqual(new Set(page.map(([table]) => table)));
  });

  test.each(page)('of table %d (%s) have exactly the keys of the page', (table, type) => {
    const wanted = rows.filter((row) => row.table === table).map(({ key }) => key);
    expect(groupsUnder(table).length).toBeGreaterThan(0);
    for (const { name, fields } of groupsUnder(table)) {
      expect(name).toBe(type);
      const keys = Object.keys(fields).filter((key) => fields[key]!.table !== undefined);
      expect(keys.toSorted()).toEqual(wanted.toSorted());
    }
  });

  test.each(rows)('table $table, $type, $key: $wireType', (row) => {
    for (const group of groupsUnder(row.table)) {
      const spec = group.fields[row.key]!;
      expect(wireTypeOf(spec)).toBe(row.wireType);
      expect(spec.required ?? false).toBe(row.required);
      // An object or a list of objects has the table of its type.
      const typeTable = /(\d+)$/.exec(row.wireType)?.[1];
      expect(spec.table).toBe(typeTable === undefined ? row.table : Number(typeTable));
    }
  });

  test('fields without a table are of generation 2025', () => {
    const newer = groups
      .filter(({ table }) => table !== undefined)
      .flatMap(({ fields }) => Object.entries(fields))
      .filter(([, spec]) => spec.table === undefined);
    expect(new Set(newer.map(([, spec]) => spec.generation))).toEqual(new Set(['2025']));
    expect(newer.map(([key]) => key)).toContain('annotations');
  });

  test('request tables and response tables are separate', () => {
    const tables = groupsOf(deploymentGroup).map(({ table }) => table);
    expect(tables.filter((table) => table !== undefined && table > 20)).toEqual([33, 34, 34]);
  });

  test('other endpoints and IAM have no table', () => {
    const others = endpoints
      .flatMap((one) => ('answer' in one ? groupsOf(one.answer) : []))
      .filter((group) => !groups.includes(group));
    const numbered = others.filter(({ table }) => table !== undefined).map(({ name }) => name);
    expect(others.length).toBeGreaterThan(20);
    expect(numbered).toEqual([]);
  });
});

const answers = [
  ...roots,
  gatewayErrorGroup,
  iamErrorGroup,
  ...endpoints.flatMap((one) => ('answer' in one ? [one.answer] : [])),
];

test.each([...new Set(answers)])('$name has all its texts in both languages', (spec) => {
  for (const { en, zh } of wordsOf(spec)) {
    expect(en).toMatch(/^\S(.*\S)?$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh).toMatch(/^\S(.*\S)?$/);
  }
});

describe('the examples of the page', () => {
  test.each<[string, GroupSpec, () => unknown]>([
    ['200', deploymentAnswerGroup, pageAnswer],
    ['400', errorAnswerGroup, page400],
    ['500', failureAnswerGroup, page500],
  ])('%s is exact and is read unchanged', (_status, spec, example) => {
    expect(schemaOf(spec).safeParse(example())).toMatchObject({ success: true });
    expect(schemaOf(spec, '2025').safeParse(example())).toMatchObject({ success: true });
    expect(readValue(spec, example())).toEqual({ value: example(), dropped: [] });
  });

  test('are not exact without a required key', () => {
    for (const key of ['id', 'name', 'node_ids', 'template']) {
      const { [key]: _, ...rest } = pageAnswer();
      expect(schemaOf(deploymentAnswerGroup).safeParse(rest).success).toBe(false);
      expect(readValue(deploymentAnswerGroup, rest)).toMatchObject({ problem: { path: [key] } });
    }
  });
});

describe('options that only responses use are exact', () => {
  test.each<[key: string, value: unknown]>([
    ['source', ''],
    ['source', 'userdefine'],
    ['source', 'userdefined'],
    ['state', ''],
    ['state', 'PENDING_DELETE'],
    ['group_id', ''],
    ['node_ids', []],
    ['description', ''],
    ['source_id', ''],
    ['created_at', '2019-10-10T02:20:40.630Z'],
    ['of a later generation', { any: 1 }],
  ])('%s: %j', (key, value) => {
    const answer = { ...pageAnswer(), [key]: value };
    expect(schemaOf(deploymentAnswerGroup).safeParse(answer)).toMatchObject({ success: true });
  });
});

describe('deviations that reading tolerates are not exact', () => {
  test.each<[key: string, value: unknown, read: unknown]>([
    ['name', 80, '80'],
    ['replicas', '1', 1],
    ['node_ids', null, []],
    ['state', 'freeze', 'FREEZE'],
    ['source', 'elsewhere', 'elsewhere'],
    ['created_at', 'yesterday', 'yesterday'],
    ['ready_replicas', {}, undefined],
  ])('%s: %j', (key, value, read) => {
    const answer = { ...pageAnswer(), [key]: value };
    expect(schemaOf(deploymentAnswerGroup).safeParse(answer).success).toBe(false);
    const reading = readValue(deploymentAnswerGroup, answer);
    expect('value' in reading && asObject(reading.value)[key]).toEqual(read);
  });
});

describe('null for an optional member is exact (R46), and read as if it were absent', () => {
  test.each<[key: string, read: unknown]>([
    ['tags', []],
    ['group_id', undefined],
  ])('%s', (key, read) => {
    const answer = { ...pageAnswer(), [key]: null };
    expect(schemaOf(deploymentAnswerGroup).safeParse(answer).success).toBe(true);
    const reading = readValue(deploymentAnswerGroup, answer);
    expect('value' in reading && asObject(reading.value)[key]).toEqual(read);
  });
});

describe('every response of the vendor can be read', () => {
  test.each<[string, GroupSpec, unknown]>([
    ['deployments', deploymentsAnswerGroup, vendor.vendorDeployments],
    ['deployment', deploymentAnswerGroup, vendor.vendorDeployments.deployments[0]],
    ['pods', podsAnswerGroup, vendor.vendorPods],
    ['nodes', nodesAnswerGroup, vendor.vendorNodes],
    ['groups', groupsAnswerGroup, vendor.vendorGroups],
    ['configmaps', configmapsAnswerGroup, vendor.vendorConfigmaps],
    ['configmap', configmapAnswerGroup, vendor.vendorConfigmap],
    ['secrets', secretsAnswerGroup, vendor.vendorSecrets],
    ['quotas', quotasAnswerGroup, vendor.vendorQuotas],
    ['failure', failureAnswerGroup, vendor.vendorFailure],
    ['gateway', gatewayErrorGroup, vendor.vendorGatewayError],
    ['token', tokenAnswerGroup, vendor.vendorToken],
    ['projects', projectsAnswerGroup, vendor.vendorProjects],
    ['IAM', iamErrorGroup, vendor.vendorIamError],
  ])('%s, and nothing is dropped', (_what, spec, example) => {
    expect(readValue(spec, example)).toMatchObject({ dropped: [] });
  });

  test('a scheme in lower case is read in upper case, and a volume name with a hyphen is kept', () => {
    const reading = readValue(deploymentsAnswerGroup, vendor.vendorDeployments);
    expect(
      'value' in reading && reading.value.deployments[0]?.template.containers[0],
    ).toMatchObject({
      liveness_probe: { http_get: { scheme: 'HTTP' } },
      volumes: [{ name: 'log-volume' }],
    });
  });

  test('numeric amounts of pods are read as strings', () => {
    const reading = readValue(podsAnswerGroup, vendor.vendorPods);
    expect('value' in reading && reading.value.pods[0]?.containers?.[0]?.resources).toEqual({
      limits: { cpu: '0.25', gpu: '500', memory: '500' },
      requests: { cpu: '0.25', gpu: '500', memory: '500' },
    });
  });

  test('null lists of nodes are read as empty', () => {
    const reading = readValue(groupsAnswerGroup, vendor.vendorGroups);
    expect('value' in reading && reading.value.edge_groups[0]?.nodes?.[0]).toMatchObject({
      nics: [],
      tags: [],
    });
  });
});

describe('one odd field does not make a successful create unreadable', () => {
  test.each<[what: string, more: Record<string, unknown>, path: (string | number)[]]>([
    ['counts that are not numbers', { replicas: 'one' }, ['replicas']],
    ['a time that is an object', { created_at: { seconds: 1 } }, ['created_at']],
    ['tags as a map', { tags: { app: 'test' } }, ['tags']],
    ['tags without a key', { tags: [{ value: 'test' }] }, ['tags']],
  ])('%s', (_what, more, path) => {
    expect(readValue(deploymentAnswerGroup, { ...pageAnswer(), ...more })).toMatchObject({
      value: { id: '66a7fe7e-699a-41b2-9119-f9468a5ed78e' },
      dropped: [{ path, raw: more[String(path[0])] }],
    });
  });

  test('a nested field is dropped without its siblings', () => {
    const answer = pageAnswer();
    answer.template.containers[0]!.ports = [{ container_port: '80', host_ip: [] }];
    const reading = readValue(deploymentAnswerGroup, answer);
    expect(reading).toMatchObject({
      dropped: [{ path: ['template', 'containers', 0, 'ports', 0, 'host_ip'] }],
    });
    expect('value' in reading && reading.value.template.containers[0]?.ports).toEqual([
      { container_port: 80 },
    ]);
  });
});

describe.each([...new Set(answers)])('$name', (spec) => {
  test.each(['2024-04', '2025'] as const)('is read unchanged if it is exact (%s)', (generation) => {
    const schema = schemaOf(spec, generation);
    fc.assert(
      fc.property(anyValueOf(spec, generation), (value) => {
        expect(schema.safeParse(value)).toMatchObject({ success: true });
        expect(readValue(spec, value)).toEqual({ value, dropped: [] });
      }),
      { numRuns: 30 },
    );
  });

  test('never throws, for any response', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyBody), (value) => {
        readValue(spec, value);
        readValue(spec, Object.fromEntries(Object.keys(spec.fields).map((key) => [key, value])));
      }),
      { numRuns: 50 },
    );
  });
});
