import { nodesToDisconnect } from '#src/server/mock-ief/request/disconnected-nodes.ts';
import { asList, asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { Clock } from '#src/server/time/clock.ts';
import { makeDeploymentRecord } from '#src/server/mock-ief/state/deployment-record.ts';
import { MockError } from '#src/server/mock-ief/kit/errors.ts';
import {
  editionOf,
  memoryOf,
  pathParam,
  queryOf,
  readBodyJson,
  type MockContext,
} from '#src/server/mock-ief/request/mock-context.ts';
import {
  checkCreateBody,
  checkReferences,
  checkUpdateBody,
} from '#src/server/mock-ief/request/check-body.ts';
import { knownNames } from '#src/server/mock-ief/seed/known-names.ts';
import {
  cutPage,
  nameFilter,
  readPage,
  readSorting,
} from '#src/server/mock-ief/request/list-query.ts';
import { makePods } from './pods.ts';
import {
  isNameTaken,
  visibleDeployments,
  type StoredDeployment,
  type Tenant,
} from '#src/server/mock-ief/state/tenants.ts';
import { formatGo, formatIso } from '#src/server/mock-ief/kit/timestamps.ts';

/** POST: checks and stores the body and returns it flattened, with defaults filled in. */
export function handleCreateDeployment(context: MockContext): Response {
  const { settings, tenants, effects } = context.env;
  const body = readBodyJson(context);
  const offline = nodesToDisconnect(body);
  if (offline !== undefined) {
    tenants.disconnect(tenantOf(context).projectId, offline);
    // Our server passes on only what looks like a deployment.
    const { name } = asObject(body);
    return Response.json({ id: settings.newId(), name: typeof name === 'string' ? name : '' });
  }
  checkCreateBody(body, editionOf(context), settings.generation);
  if (settings.strictReferences) checkReferences(body, knownNames(settings.nodes));
  const tenant = tenantOf(context);
  const { clock } = settings;
  const name = String(body.name);
  if (isNameTaken(tenant, name, clock.elapsed())) throw new MockError('nameTaken');
  const stored = store(body, settings.newId(), tenants.nextSequence(), clock, effects.lateMs);
  stored.podFault = effects.podFault;
  stored.pods = makePods(stored, settings);
  stored.bytes = memoryOf(context, stored.pods.length);
  tenant.add(stored);
  return Response.json(makeDeploymentRecord(stored, tenant.projectId, settings, formatGo), {
    status: settings.createStatus,
  });
}

function store(
  body: JsonObject,
  id: string,
  sequence: number,
  clock: Clock,
  lateMs: number,
): StoredDeployment {
  const { deployment, ...sent } = body;
  const { replicas, template, ...sentDeployment } = asObject(deployment);
  const createdAtMs = clock.wall();
  return {
    id,
    sequence,
    name: String(body.name),
    nodeIds: asList(body.node_ids).map(String),
    groupId: typeof body.group_id === 'string' ? body.group_id : '',
    bytes: 0,
    createdAtMs,
    updatedAtMs: createdAtMs,
    sent,
    sentDeployment,
    replicas: Number(replicas),
    template: asObject(template),
    pods: [],
    visibleFromMs: clock.elapsed() + lateMs,
    deletedAtMs: Infinity,
    isDeleting: false,
    podFault: undefined,
  };
}

/** GET list: newest first by default; `node_id` and `group_id` are mutually exclusive. */
export function handleListDeployments(context: MockContext): Response {
  const { settings } = context.env;
  const query = queryOf(context);
  const page = readPage(query, { default: 10, max: 100 });
  const { direction } = readSorting(query, ['created_at']);
  const nodeId = query.get('node_id') ?? '';
  const groupId = query.get('group_id') ?? '';
  if (nodeId !== '' && groupId !== '') {
    throw new MockError('badFilter', 'node_id and group_id are mutually exclusive');
  }
  const tenant = tenantOf(context);
  const found = visibleDeployments(tenant, settings.clock.elapsed())
    .filter(nameFilter(query))
    .filter((deployment) => nodeId === '' || deployment.nodeIds.includes(nodeId))
    .filter((deployment) => groupId === '' || deployment.groupId === groupId)
    .sort((a, b) => (direction === 'asc' ? a.sequence - b.sequence : b.sequence - a.sequence));
  return Response.json({
    count: found.length,
    deployments: cutPage(found, page).map((deployment) =>
      makeDeploymentRecord(deployment, tenant.projectId, settings, formatIso),
    ),
  });
}

/** GET one: the record itself. */
export function handleShowDeployment(context: MockContext): Response {
  const { settings } = context.env;
  const tenant = tenantOf(context);
  return Response.json(
    makeDeploymentRecord(find(context, tenant), tenant.projectId, settings, formatIso),
  );
}

/** PUT: replaces the whole pod part, the description, or both; everything else stays (docs/sources.md, section 5). */
export function handleUpdateDeployment(context: MockContext): Response {
  const { settings, effects } = context.env;
  const body = readBodyJson(context);
  const tenant = tenantOf(context);
  const stored = find(context, tenant);
  const existing = {
    ...stored.sent,
    deployment: {
      ...stored.sentDeployment,
      replicas: stored.replicas,
      template: stored.template,
    },
  };
  checkUpdateBody(body, existing, editionOf(context), settings.generation);
  if (settings.strictReferences && isJsonObject(body.deployment)) {
    checkReferences({ deployment: body.deployment }, knownNames(settings.nodes));
  }
  // Before any change, because this update may exceed the memory limit.
  tenant.resize(stored, memoryOf(context, stored.pods.length));
  if (Object.hasOwn(body, 'description')) {
    stored.sent = { ...stored.sent, description: body.description! };
  }
  if (isJsonObject(body.deployment)) {
    const { replicas, template, ...rest } = body.deployment;
    stored.sentDeployment = rest;
    stored.replicas = replicas === undefined ? stored.replicas : Number(replicas);
    stored.template = asObject(template);
    stored.podFault = effects.podFault;
    stored.pods = makePods(stored, settings);
  }
  stored.updatedAtMs = settings.clock.wall();
  const record = makeDeploymentRecord(stored, tenant.projectId, settings, formatIso);
  // The API definition says it is absent from update responses (docs/sources.md, section 4).
  const { annotations: _, ...response } = record;
  return Response.json(response);
}

/**
 * DELETE: 204. The deployment is gone immediately, or later with the fault `late-create`. If a node of it is not
 * connected, the record stays until the delete is forced.
 */
export function handleDeleteDeployment(context: MockContext): Response {
  const { settings, effects } = context.env;
  const force = queryOf(context).get('force_delete') ?? 'false';
  if (force !== 'true' && force !== 'false') throw new MockError('badForceDelete');
  const tenant = tenantOf(context);
  const stored = find(context, tenant);
  const isWaiting = stored.pods.some(({ nodeId }) => settings.offlineNodeIds.has(nodeId));
  if (isWaiting && force === 'false') stored.isDeleting = true;
  else if (effects.lateMs === 0) tenant.remove(stored.id);
  else stored.deletedAtMs = Math.min(stored.deletedAtMs, settings.clock.elapsed() + effects.lateMs);
  return new Response(null, { status: 204 });
}

function tenantOf(context: MockContext): Tenant {
  return context.env.tenants.find(pathParam(context, 'project_id'));
}

function find(context: MockContext, tenant: Tenant): StoredDeployment {
  const id = pathParam(context, 'id');
  const stored = visibleDeployments(tenant, context.env.settings.clock.elapsed()).find(
    (deployment) => deployment.id === id,
  );
  if (stored === undefined) throw new MockError('noSuchRecord', 'no deployment with this id');
  return stored;
}
