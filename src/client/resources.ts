import { queryOptions } from '@tanstack/react-query';
import { asList, asObject } from '#src/domain/core/json.ts';
import { send, toTarget } from './request.ts';
import { whereOf, type Session } from './session.ts';

/** An edge node to choose from. */
export interface NodeRecord {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly arch: string;
  readonly hasGpu: boolean;
  readonly hasNpu: boolean;
  readonly npuType: string;
  readonly hostIps: readonly string[];
}

/** A node group to choose from. */
export interface GroupRecord {
  readonly id: string;
  readonly name: string;
  readonly nodeCount: number;
}

/** A configmap or secret to choose from: names only, never values. */
export interface ReferenceRecord {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The most a v2 list gives at once, and what is asked for. */
const LIMIT = '?limit=1000';

async function list(resource: string, member: string, signal: AbortSignal) {
  const { path, headers } = toTarget('v2', resource);
  const { json } = await send(path + LIMIT, { headers, signal });
  return asList(asObject(json)[member]).map(asObject);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const texts = (value: unknown) => asList(value).filter((one) => typeof one === 'string');

/** The edge nodes of the project. */
export function nodesQuery(session: Session) {
  return queryOptions({
    queryKey: ['nodes', ...whereOf(session)],
    queryFn: async ({ signal }) =>
      (await list('nodes', 'nodes', signal)).map((node): NodeRecord => ({
        id: text(node.id),
        name: text(node.name),
        state: text(node.state),
        arch: text(node.arch),
        hasGpu: node.enable_gpu === true,
        hasNpu: node.enable_npu === true,
        npuType: text(node.npu_type),
        hostIps: texts(node.host_ips),
      })),
  });
}

/** The node groups of the instance; only the platinum edition has them. */
export function groupsQuery(session: Session) {
  return queryOptions({
    queryKey: ['groups', ...whereOf(session)],
    queryFn: async ({ signal }) =>
      (await list('groups', 'edge_groups', signal)).map((group): GroupRecord => ({
        id: text(group.id),
        name: text(group.name),
        nodeCount: asList(group.nodes).length,
      })),
  });
}

/** The configmaps of the project with their key names. */
export function configmapsQuery(session: Session) {
  return queryOptions({
    queryKey: ['configmaps', ...whereOf(session)],
    queryFn: async ({ signal }) =>
      (await list('configmaps', 'configmaps', signal)).map((one): ReferenceRecord => ({
        name: text(one.name),
        keys: Object.keys(asObject(one.configs)),
      })),
  });
}

/** The secrets of the project with their key names. */
export function secretsQuery(session: Session) {
  return queryOptions({
    queryKey: ['secrets', ...whereOf(session)],
    queryFn: async ({ signal }) =>
      (await list('secrets', 'secrets', signal)).map((one): ReferenceRecord => ({
        name: text(one.name),
        keys: Object.keys(asObject(one.secrets)),
      })),
  });
}
