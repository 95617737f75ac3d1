import { asList, asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import { fillTemplate } from '#src/server/mock-ief/state/deployment-record.ts';
import { MockError } from '#src/server/mock-ief/kit/errors.ts';
import { pathParam, queryOf, type MockContext } from '#src/server/mock-ief/request/mock-context.ts';
import { cutPage, readPage } from '#src/server/mock-ief/request/list-query.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import { conditionOf } from '#src/server/mock-ief/state/pod-state.ts';
import { groupSeeds } from '#src/server/mock-ief/seed/groups.ts';
import { nodeSeeds } from '#src/server/mock-ief/seed/nodes.ts';
import {
  visibleDeployments,
  type StoredDeployment,
  type StoredPod,
} from '#src/server/mock-ief/state/tenants.ts';
import { formatIso } from '#src/server/mock-ief/kit/timestamps.ts';

const FILTERS = ['node_id', 'group_id', 'deployment_id', 'deployment_ids'] as const;

/** Creates the pods of a new or updated deployment: `replicas` of them, spread over the target's nodes. */
export function makePods(
  deployment: Pick<StoredDeployment, 'id' | 'name' | 'nodeIds' | 'groupId' | 'replicas'>,
  settings: MockSettings,
): StoredPod[] {
  const nodeIds = deployment.groupId === '' ? deployment.nodeIds : nodesOfGroup(deployment.groupId);
  return Array.from({ length: deployment.replicas }, (_, index) =>
    makePod(deployment, nodeIds[index % Math.max(nodeIds.length, 1)] ?? '', settings),
  );
}

function makePod(
  { id: deploymentId, name }: Pick<StoredDeployment, 'id' | 'name'>,
  nodeId: string,
  { clock, newId }: MockSettings,
): StoredPod {
  const id = newId();
  const hash = deploymentId.replaceAll('-', '').slice(0, 10);
  return {
    id,
    // As Kubernetes would name it: deployment, hash of the template, five more characters.
    name: `${name}-${hash}-${id.replaceAll('-', '').slice(-5)}`,
    nodeId,
    createdAtMs: clock.wall(),
    startedAtMs: clock.elapsed(),
    restarts: 0,
    isTerminating: false,
  };
}

function nodesOfGroup(groupId: string): readonly string[] {
  const names = groupSeeds.find(({ id }) => id === groupId)?.nodeNames ?? [];
  return nodeSeeds.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}

/** GET pods: filtered by exactly one of node, group and deployment(s). */
export function handleListPods(context: MockContext): Response {
  const { settings, tenants } = context.env;
  const query = queryOf(context);
  const page = readPage(query, { default: 1000, max: 1000 });
  const given = FILTERS.filter((name) => (query.get(name) ?? '') !== '');
  const [filter] = given;
  if (filter === undefined || given.length > 1) {
    throw new MockError('badFilter', `exactly one of ${FILTERS.join(', ')} is required`);
  }
  const requested = query.get(filter) ?? '';
  const tenant = tenants.find(pathParam(context, 'project_id'));
  const part = query.get('plugin_instance_name') ?? '';
  const pods = visibleDeployments(tenant, settings.clock.elapsed())
    .flatMap((deployment) => deployment.pods.map((pod) => ({ pod, deployment })))
    .filter(
      (entry) =>
        matchesFilter(entry.pod, entry.deployment, filter, requested) &&
        entry.pod.name.includes(part),
    );
  return Response.json({
    count: pods.length,
    pods: cutPage(pods, page).map((entry) =>
      makePodRecord(entry.pod, entry.deployment, tenant.projectId, settings),
    ),
  });
}

function matchesFilter(
  pod: StoredPod,
  deployment: StoredDeployment,
  filter: (typeof FILTERS)[number],
  requested: string,
): boolean {
  if (filter === 'node_id') return pod.nodeId === requested;
  if (filter === 'group_id') return deployment.groupId === requested;
  return requested.split(',').includes(deployment.id);
}

function makePodRecord(
  pod: StoredPod,
  deployment: StoredDeployment,
  projectId: string,
  settings: MockSettings,
): Readonly<Record<string, unknown>> {
  const { crashes, ...condition } = conditionOf(pod, deployment, settings);
  const template = fillTemplate(deployment.template);
  return {
    id: pod.id,
    name: pod.name,
    deployment_id: deployment.id,
    node_id: pod.nodeId,
    project_id: projectId,
    ...condition,
    created_at: formatIso(pod.createdAtMs),
    configs: template.configs,
    containers: asList(template.containers).map((container, index) =>
      makeContainerRecord(asObject(container), pod, index, { crashes, ...condition }),
    ),
  };
}

function makeContainerRecord(
  container: JsonObject,
  pod: StoredPod,
  index: number,
  { state, reason, message, crashes }: ReturnType<typeof conditionOf>,
): Readonly<Record<string, unknown>> {
  const isUp = state === 'RUNNING';
  return {
    ...container,
    // Envs of a pod have only name and value (docs/sources.md, section 5).
    ...(Array.isArray(container.envs)
      ? { envs: container.envs.filter(isJsonObject).map(({ name, value }) => ({ name, value })) }
      : {}),
    // A container that crashed still exists on its node.
    container_id:
      isUp || state === 'FAILED' ? `docker://${pod.id.replaceAll('-', '')}${index}` : '',
    state: isUp ? 'RUNNING' : 'WAITING',
    is_ready: String(isUp),
    restarts: pod.restarts + (index === 0 ? crashes : 0),
    // The faults concern the first container.
    reason: index === 0 ? reason : '',
    message: index === 0 ? message : '',
  };
}

/** POST restart of a pod: 202; the pod is PENDING again for a while. */
export function handleRestartPod(context: MockContext): Response {
  const { settings } = context.env;
  const { deployment, pod } = findPod(context);
  pod.restarts += conditionOf(pod, deployment, settings).crashes + 1;
  pod.startedAtMs = settings.clock.elapsed();
  return Response.json('restart accepted', { status: 202 });
}

/** DELETE a pod: 204; another pod takes its place, unless its node is not connected. */
export function handleDeletePod(context: MockContext): Response {
  const { settings } = context.env;
  const { deployment, pod } = findPod(context);
  if (settings.offlineNodeIds.has(pod.nodeId)) pod.isTerminating = true;
  else {
    const next = makePod(deployment, pod.nodeId, settings);
    deployment.pods = deployment.pods.map((one) => (one === pod ? next : one));
  }
  return new Response(null, { status: 204 });
}

function findPod(context: MockContext) {
  const { settings, tenants } = context.env;
  const tenant = tenants.find(pathParam(context, 'project_id'));
  const deployment = visibleDeployments(tenant, settings.clock.elapsed()).find(
    ({ id }) => id === pathParam(context, 'id'),
  );
  const pod = deployment?.pods.find(({ name }) => name === pathParam(context, 'pod_name'));
  if (deployment === undefined || pod === undefined)
    throw new MockError('noSuchRecord', 'no such pod');
  return { deployment, pod };
}
