import { describe, expect, test } from 'vitest';
import { complaintOf } from '#src/domain/core/check/field-errors.ts';
import type { LeafSpec } from '#src/domain/core/spec/field.ts';
import { endpointOf, endpoints, pathFields, type Endpoint } from './endpoints.ts';

const all: readonly Endpoint[] = endpoints;

test('each has a unique name', () => {
  for (const one of all) expect(endpointOf(one.id as (typeof endpoints)[number]['id'])).toBe(one);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ method, template }) => `${method} ${template}`)).size).toBe(all.length);
});

/** Written from the documentation, not from the list: method, path and query keys. */
const wanted: Readonly<Record<string, string>> = {
  'POST /v3/{project_id}/edgemgr/deployments': '',
  'GET /v3/{project_id}/edgemgr/deployments': 'limit offset name sort node_id group_id',
  'GET /v3/{project_id}/edgemgr/deployments/{id}': '',
  'PUT /v3/{project_id}/edgemgr/deployments/{id}': '',
  'DELETE /v3/{project_id}/edgemgr/deployments/{id}': 'force_delete',
  'GET /v3/{project_id}/edgemgr/pods':
    'limit offset node_id group_id deployment_id deployment_ids plugin_instance_name',
  'POST /v3/{project_id}/edgemgr/deployments/{id}/pods/{pod_name}/restart': '',
  'DELETE /v3/{project_id}/edgemgr/deployments/{id}/pods/{pod_name}': '',
  'GET /v2/{project_id}/edgemgr/nodes':
    'limit offset name sort state device_id device_name app_name tags group_id',
  'GET /v2/{project_id}/edgemgr/nodes/{id}': '',
  'GET /v2/{project_id}/edgemgr/groups': 'limit offset name sort',
  'GET /v2/{project_id}/edgemgr/groups/{id}': '',
  'GET /v2/{project_id}/edgemgr/configmaps': 'limit offset name',
  'GET /v2/{project_id}/edgemgr/configmaps/{id}': '',
  'GET /v2/{project_id}/edgemgr/secrets': 'limit offset name sort',
  'GET /v2/{project_id}/edgemgr/secrets/{id}': '',
  'GET /v2/{project_id}/edgemgr/quotas': 'types',
  'POST /v3/auth/tokens': 'nocatalog',
  'GET /v3/projects': 'name',
};

test('are those of the service and IAM, with their query keys', () => {
  const found = all.map(({ method, template, query }) => [
    `${method} ${template}`,
    Object.keys(query).join(' '),
  ]);
  expect(Object.fromEntries(found)).toEqual(wanted);
  const ofIam = all.filter(({ host }) => host === 'iam').map(({ template }) => template);
  expect(ofIam).toEqual(['/v3/auth/tokens', '/v3/projects']);
});

test.each(all)('$id has its texts, its path parameters, and a response if one is read', (one) => {
  expect(one.id).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
  for (const spec of [{ label: one.summary }, ...Object.values(one.query)]) {
    expect(spec.label.en).toMatch(/^[A-Z][^\p{Script=Han}]*$/u);
    expect(spec.label.zh).toMatch(/\p{Script=Han}|^ID$/u);
  }
  for (const [, key] of one.template.matchAll(/\{(\w+)\}/g))
    expect(pathFields).toHaveProperty(key!);
  expect(one.request !== undefined).toBe(
    (one.method === 'POST' || one.method === 'PUT') && one.id !== 'restartPod',
  );
  expect(one.answer === undefined).toBe(one.success.every((status) => [202, 204].includes(status)));
});

describe('the limits of query keys', () => {
  test.each<[id: string, key: string, taken: readonly unknown[], refused: readonly unknown[]]>([
    ['listDeployments', 'limit', [1, 100], [0, 101]],
    ['listDeployments', 'sort', ['created_at:asc', 'created_at:desc'], ['name:asc', '']],
    ['listNodes', 'limit', [1, 1000], [0, 1001]],
    ['listNodes', 'state', ['RUNNING', 'UNCONNECTED'], ['running']],
    ['listConfigmaps', 'limit', [1, 1000], [1001]],
    ['listSecrets', 'offset', [0, 5000], [-1]],
    ['listGroups', 'limit', [1, 100_000], ['many']],
    ['deleteDeployment', 'force_delete', ['true', 'false'], [true, 'yes']],
  ])('%s %s', (id, key, taken, refused) => {
    const spec = all.find((one) => one.id === id)!.query[key] as LeafSpec;
    for (const value of taken) expect(complaintOf(spec, value)).toBeUndefined();
    for (const value of refused) expect(complaintOf(spec, value)).toBeDefined();
  });
});
