import type { JsonObject } from '#src/json/value.ts';
import { MockError } from '#src/server/mock-ief/kit/errors.ts';
import { pathParam, queryOf, type MockContext } from '#src/server/mock-ief/request/mock-context.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import {
  cutPage,
  nameFilter,
  readPage,
  readSorting,
  type PageLimits,
} from '#src/server/mock-ief/request/list-query.ts';
import {
  configmapSeeds,
  secretSeeds,
  type ConfigSeed,
} from '#src/server/mock-ief/seed/config-records.ts';
import { groupSeeds } from '#src/server/mock-ief/seed/groups.ts';
import { makeNodeRecord, makeNodeSeeds, type NodeSeed } from '#src/server/mock-ief/seed/nodes.ts';
import { visibleDeployments, type Tenant } from '#src/server/mock-ief/state/tenants.ts';

type ResourceRecord = JsonObject & { readonly id: string; readonly name: string };

/** One kind of resource that a deployment can refer to. */
export interface Collection {
  /** Last segment of its path. */
  readonly path: string;
  /** Key of the list in a list response. */
  readonly listKey: string;
  /** Key around a single record; absent if the record itself is the response. */
  readonly itemKey?: string;
  readonly limits: PageLimits;
  readonly sortFields: readonly string[];
  records(tenant: Tenant, settings: MockSettings): readonly ResourceRecord[];
  /** Its own filters, in addition to `name`. */
  filter?(record: ResourceRecord, query: URLSearchParams): boolean;
}

const times = ['created_at', 'updated_at', 'name'];

/** Nodes, groups, configmaps and secrets (docs/sources.md, section 5). */
export const collections: readonly Collection[] = [
  {
    path: 'nodes',
    listKey: 'nodes',
    itemKey: 'node',
    limits: { default: 500, max: 1000 },
    sortFields: times,
    records: listNodes,
    filter: matchesNodeFilters,
  },
  {
    path: 'groups',
    listKey: 'edge_groups',
    limits: { default: 1000, max: 1000 },
    sortFields: times,
    records: listGroups,
  },
  {
    path: 'configmaps',
    listKey: 'configmaps',
    itemKey: 'configmap',
    limits: { default: 1000, max: 1000 },
    // The vendor's list has no sort and ignores unknown query keys.
    sortFields: [],
    records: (tenant) => configmapSeeds.map((seed) => makeConfigmap(seed, tenant.projectId)),
  },
  {
    path: 'secrets',
    listKey: 'secrets',
    itemKey: 'secret',
    limits: { default: 1000, max: 1000 },
    sortFields: times,
    records: (tenant) => secretSeeds.map((seed) => makeSecret(seed, tenant.projectId)),
  },
];

export function listHandler(collection: Collection): (context: MockContext) => Response {
  return (context) => {
    const { settings, tenants } = context.env;
    const query = queryOf(context);
    const page = readPage(query, collection.limits);
    const tenant = tenants.find(pathParam(context, 'project_id'));
    const found = collection
      .records(tenant, settings)
      .filter(nameFilter(query))
      .filter((record) => collection.filter?.(record, query) ?? true);
    const sorted = sort(found, collection, query);
    return Response.json({ count: sorted.length, [collection.listKey]: cutPage(sorted, page) });
  };
}

/** Keeps the original order if no sort is requested or supported. */
function sort(
  records: readonly ResourceRecord[],
  { sortFields }: Collection,
  query: URLSearchParams,
) {
  if (sortFields.length === 0 || (query.get('sort') ?? '') === '') return records;
  const { field, direction } = readSorting(query, sortFields);
  const sign = direction === 'asc' ? 1 : -1;
  return [...records].sort((a, b) => {
    const [left, right] = [String(a[field]), String(b[field])];
    return left === right ? 0 : left < right ? -sign : sign;
  });
}

export function showHandler(collection: Collection): (context: MockContext) => Response {
  return (context) => {
    const { settings, tenants } = context.env;
    const tenant = tenants.find(pathParam(context, 'project_id'));
    const id = pathParam(context, 'id');
    const record = collection.records(tenant, settings).find((record) => record.id === id);
    if (record === undefined) throw new MockError('noSuchRecord');
    return Response.json(
      collection.itemKey === undefined ? record : { [collection.itemKey]: record },
    );
  };
}

function listNodes(tenant: Tenant, { nodes, clock }: MockSettings): ResourceRecord[] {
  const counts = new Map<string, number>();
  for (const { pods } of visibleDeployments(tenant, clock.elapsed())) {
    for (const nodeId of new Set(pods.map((pod) => pod.nodeId))) {
      counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1);
    }
  }
  const nowMs = clock.wall();
  const { disconnected, projectId } = tenant;
  return withDisconnected(nodes, disconnected).map((seed) =>
    makeNodeRecord(seed, projectId, counts.get(seed.id) ?? 0, nowMs),
  );
}

/** The nodes with the states that a fault gave them. It may name nodes that the mock did not list before. */
function withDisconnected(
  nodes: readonly NodeSeed[],
  disconnected: ReadonlySet<string>,
): readonly NodeSeed[] {
  if (disconnected.size === 0) return nodes;
  const known = new Set(nodes.map(({ id }) => id));
  const [template] = makeNodeSeeds(1);
  return [
    ...nodes.map((seed): NodeSeed =>
      disconnected.has(seed.id) ? { ...seed, state: 'UNCONNECTED' } : seed,
    ),
    ...[...disconnected]
      .filter((id) => !known.has(id))
      .map((id): NodeSeed => ({ ...template!, id, name: id, state: 'UNCONNECTED' })),
  ];
}

function matchesNodeFilters(node: ResourceRecord, query: URLSearchParams): boolean {
  const state = query.get('state') ?? '';
  if (state !== '' && node.state !== state) return false;
  const group = query.get('group_id') ?? '';
  const members = groupSeeds.find(({ id }) => id === group)?.nodeNames ?? [];
  if (group !== '' && !members.includes(node.name)) return false;
  // tags=k1.v1,k2.v2: a node must have all of them
  const wanted = (query.get('tags') ?? '').split(',').filter((text) => text !== '');
  const own = (node.tags as readonly { key: string; value: string }[]).map(
    ({ key, value }) => `${key}.${value}`,
  );
  return wanted.every((tag) => own.includes(tag));
}

function listGroups(tenant: Tenant, settings: MockSettings): ResourceRecord[] {
  const nodes = listNodes(tenant, settings);
  const deployments = visibleDeployments(tenant, settings.clock.elapsed());
  return groupSeeds.map((seed) => {
    const members = nodes.filter(({ name }) => seed.nodeNames.includes(name));
    const sum = (key: string) => members.reduce((total, node) => total + Number(node[key]), 0);
    return {
      id: seed.id,
      name: seed.name,
      description: seed.description,
      project_id: tenant.projectId,
      cpu: sum('cpu'),
      memory: sum('memory'),
      gpu_num: sum('gpu_num'),
      nodes: members,
      deployments: deployments
        .filter(({ groupId }) => groupId === seed.id)
        .map(({ id, name }) => ({ id, name })),
      attributes: [],
      failed_node_add: null,
      failed_node_del: null,
      iam_role: '',
      created_at: seed.created_at,
      updated_at: seed.created_at,
    };
  });
}

function makeConfigmap({ values, ...seed }: ConfigSeed, projectId: string): ResourceRecord {
  return { ...seed, configs: values, project_id: projectId, updated_at: seed.created_at };
}

function makeSecret({ values, ...seed }: ConfigSeed, projectId: string): ResourceRecord {
  return {
    ...seed,
    type: 'Opaque',
    secrets: values,
    project_id: projectId,
    updated_at: seed.created_at,
  };
}
