import { describe, expect, test } from 'vitest';
import {
  deploymentAnswerGroup,
  errorAnswerGroup,
  failureAnswerGroup,
} from '#src/domain/api/answers/deployment.fields.ts';
import { endpoints, type Endpoint, type EndpointId } from '#src/domain/api/endpoints.ts';
import { iamErrorGroup } from '#src/domain/api/iam.fields.ts';
import { gatewayErrorGroup } from '#src/domain/api/answers/gateway-error.fields.ts';
import { podsAnswerGroup } from '#src/domain/api/answers/pods.fields.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import { readValue } from '#src/domain/core/check/read-value.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { schemaOf } from '#src/domain/core/check/schema.ts';
import { fullBody } from '#src/domain/deployment/bodies.testing.ts';
import { pageRequest } from '#src/domain/deployment/page-examples.ts';
import { createMockScene, DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';
import { configmapSeeds, secretSeeds } from './seed/config-records.ts';
import { groupSeeds } from './seed/groups.ts';
import { nodeSeeds } from './seed/nodes.ts';

/** Every response of the mock matches its spec exactly, in both generations, and is read without losses. */

const platinum = { 'ief-instance-id': 'test' };

function expectExact(spec: GroupSpec, response: unknown, generation: Generation) {
  expect(schemaOf(spec, generation).safeParse(response)).toMatchObject({ success: true });
  expect(readValue(spec, response)).toEqual({ value: response, dropped: [] });
}

/** A body with the fields that are newer than the page. */
const newerBody = {
  name: 'newer',
  source: 'iem',
  group_id: groupSeeds[0]!.id,
  deployment: {
    replicas: 2,
    annotations: { ring_controller: 'ascend-1980', autonomy_edge_selector: groupSeeds[0]!.id },
    template: {
      configs: {
        restart_policy: 'Always',
        host_network: false,
        migration: true,
        dns_policy: 'ClusterFirst',
      },
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['3'] }] },
            ],
          },
        },
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 100,
              podAffinityTerm: {
                labelSelector: { matchLabels: { app: 'newer' } },
                topologyKey: 'kubernetes.io/hostname',
              },
            },
          ],
        },
      },
      containers: [
        {
          name: 'main',
          image_url: 'nginx:alpine',
          run_as_user: 1000,
          npu_type: 'D310B',
          resources: { limits: { D310B: '1', cpu: '1' } },
          volumes: [
            {
              name: 'conf',
              type: 'configMap',
              source: 'nginx-conf',
              destination: '/etc/nginx',
              default_mode: 420,
            },
          ],
        },
      ],
    },
  },
};

const bodies: readonly (readonly [Generation, what: string, body: unknown])[] = [
  ['2024-04', 'the example of the page', pageRequest()],
  ['2024-04', 'the smallest', makeBody()],
  ['2024-04', 'one with every field', fullBody],
  ['2024-04', 'one with null for the target not chosen', makeBody('app', { group_id: null })],
  ['2024-04', 'one with unknown keys', makeBody('app', { more: { any: [1] } })],
  ['2025', 'the example of the page', pageRequest()],
  ['2025', 'one with the newer fields', newerBody],
];

describe.each(bodies)('in generation %s, %s', (generation, _what, body) => {
  /** A request for each endpoint; the type requires all of them. */
  const asks: Record<EndpointId, { path: (id: string, pod: string) => string; body?: unknown }> = {
    createDeployment: { path: () => DEPLOYMENTS, body: { ...(body as object), name: 'second' } },
    listDeployments: { path: () => DEPLOYMENTS },
    showDeployment: { path: (id) => `${DEPLOYMENTS}/${id}` },
    updateDeployment: {
      path: (id) => `${DEPLOYMENTS}/${id}`,
      body: { description: 'new', deployment: (body as { deployment: unknown }).deployment },
    },
    deleteDeployment: { path: (id) => `${DEPLOYMENTS}/${id}` },
    listPods: { path: (id) => `/v3/${PROJECT}/edgemgr/pods?deployment_id=${id}` },
    restartPod: { path: (id, pod) => `${DEPLOYMENTS}/${id}/pods/${pod}/restart` },
    deletePod: { path: (id, pod) => `${DEPLOYMENTS}/${id}/pods/${pod}` },
    listNodes: { path: () => v2('nodes') },
    showNode: { path: () => v2(`nodes/${nodeSeeds[3]!.id}`) },
    listGroups: { path: () => v2('groups') },
    showGroup: { path: () => v2(`groups/${groupSeeds[0]!.id}`) },
    listConfigmaps: { path: () => v2('configmaps') },
    showConfigmap: { path: () => v2(`configmaps/${configmapSeeds[0]!.id}`) },
    listSecrets: { path: () => v2('secrets') },
    showSecret: { path: () => v2(`secrets/${secretSeeds[0]!.id}`) },
    showQuotas: { path: () => v2('quotas') },
    createToken: {
      path: () => '/v3/auth/tokens',
      body: {
        auth: {
          identity: { methods: ['password'], password: { user: { name: 'a', password: 'b' } } },
        },
      },
    },
    listProjects: { path: () => '/v3/projects' },
  };

  test.each<Endpoint>(endpoints)('$id', async ({ id, method, success, answer: spec }) => {
    const { ask, clock } = createMockScene({ generation });
    const created = await ask('POST', DEPLOYMENTS, body, platinum);
    expect(created.text).not.toContain('error_msg');
    clock.move(10_000);
    const pods = await ask('GET', asks.listPods.path(created.json.id, ''));
    expect(pods.json.count).toBeGreaterThan(0);
    const { path, body: sent } = asks[id as EndpointId];
    const to = path(created.json.id, pods.json.pods[0].name);
    const response = await ask(method, to, sent, platinum);
    expect(success).toContain(response.status);
    if (spec !== undefined) expectExact(spec, response.json, generation);
  });
});

const v2 = (resource: string) => `/v2/${PROJECT}/edgemgr/${resource}`;

test('lists with pending and failed pods match the specs exactly', async () => {
  const { ask, clock } = createMockScene();
  const created = await ask('POST', DEPLOYMENTS, makeBody(), { 'x-mock-fault': 'slow-pull' });
  for (const [ms, state] of [
    [0, 'PENDING'],
    [20_000, 'CREATE_FAIL'],
    [60_000, 'RUNNING'],
  ] as const) {
    clock.move(ms);
    const pods = await ask('GET', `/v3/${PROJECT}/edgemgr/pods?deployment_id=${created.json.id}`);
    expect(pods.json.pods[0].state).toBe(state);
    expectExact(podsAnswerGroup, pods.json, '2024-04');
  }
});

test('a deployment being deleted matches the specs exactly', async () => {
  const { ask } = createMockScene();
  const created = await ask('POST', DEPLOYMENTS, makeBody());
  const path = `${DEPLOYMENTS}/${created.json.id}`;
  await ask('DELETE', path, undefined, { 'x-mock-fault': 'late-create' });
  const shown = await ask('GET', path);
  expect(shown.json.state).toBe('PENDING_DELETE');
  expectExact(deploymentAnswerGroup, shown.json, '2024-04');
});

describe('errors', () => {
  const fault = (name: string) => ({ 'x-mock-fault': name });
  test.each<
    [what: string, GroupSpec, number, Parameters<ReturnType<typeof createMockScene>['ask']>]
  >([
    ['a bad body', errorAnswerGroup, 400, ['POST', DEPLOYMENTS, {}]],
    ['no JSON', errorAnswerGroup, 400, ['POST', DEPLOYMENTS, '{']],
    ['another project', errorAnswerGroup, 400, ['GET', '/v3/x/edgemgr/deployments']],
    ['no such record', errorAnswerGroup, 404, ['GET', `${DEPLOYMENTS}/none`]],
    ['a bad filter', errorAnswerGroup, 400, ['GET', `/v3/${PROJECT}/edgemgr/pods`]],
    ['conflict', errorAnswerGroup, 409, ['POST', DEPLOYMENTS, makeBody(), fault('conflict')]],
    ['a failure', failureAnswerGroup, 500, ['POST', DEPLOYMENTS, makeBody(), fault('error-500')]],
    ['no such API', gatewayErrorGroup, 404, ['GET', '/v9/none']],
    ['no token', gatewayErrorGroup, 401, ['GET', DEPLOYMENTS, undefined, { 'x-auth-token': '' }]],
    ['forbidden', gatewayErrorGroup, 403, ['GET', DEPLOYMENTS, undefined, fault('forbidden')]],
    ['throttled', gatewayErrorGroup, 429, ['GET', DEPLOYMENTS, undefined, fault('throttle')]],
    ['busy', gatewayErrorGroup, 503, ['GET', DEPLOYMENTS, undefined, fault('unavailable')]],
    ['a bad token request', iamErrorGroup, 400, ['POST', '/v3/auth/tokens', {}]],
  ])('%s', async (_what, spec, status, asked) => {
    const response = await createMockScene().ask(...asked);
    expect(response.status).toBe(status);
    expectExact(spec, response.json, '2024-04');
  });
});
