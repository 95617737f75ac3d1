import { queryOptions } from '@tanstack/react-query';
import { configmapsAnswerGroup } from '#src/domain/api/answers/configmaps.fields.ts';
import { groupsAnswerGroup } from '#src/domain/api/answers/groups.fields.ts';
import { nodesAnswerGroup } from '#src/domain/api/answers/nodes.fields.ts';
import { quotasAnswerGroup } from '#src/domain/api/answers/quotas.fields.ts';
import { secretsAnswerGroup } from '#src/domain/api/answers/secrets.fields.ts';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import type { DeploymentQuota } from '#src/domain/preflight/quota.ts';
import { withCurrentToken } from '../session/place.ts';
import { readAnswer } from '../http/read-answer.ts';
import { send } from '../http/request.ts';
import { placeKey, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

export interface NodeRecord {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly arch: string;
  readonly hasGpu: boolean;
  readonly hasNpu: boolean;
  readonly npuType: string;
  readonly hostIps: readonly string[];
  readonly gpuCount: number;
  /** Undefined if the target does not say. */
  readonly cpu: number | undefined;
  /** In MB. */
  readonly memory: number | undefined;
  /** When the record last changed, milliseconds since 1970. The service does not report when it last heard from a node. */
  readonly updatedMs: number | undefined;
  /** `key=value`. */
  readonly tags: readonly string[];
}

export interface GroupRecord {
  readonly id: string;
  readonly name: string;
  readonly nodeCount: number;
  readonly nodeNames: readonly string[];
}

/** A configmap or secret: its name and the names of its keys, never values. */
export interface ReferenceRecord {
  readonly name: string;
  readonly keys: readonly string[];
}

export interface Listing<R> {
  readonly records: readonly R[];
  /** False if the target may have more records than it returned. */
  readonly isComplete: boolean;
}

/** The maximum of the v2 lists. */
const PAGE_SIZE = 1000;

async function readList<const S extends GroupSpec>(
  session: Session,
  resource: string,
  spec: S,
  signal: AbortSignal,
  offset = 0,
) {
  const { path, headers } = targetPath(withCurrentToken(session), 'v2', resource);
  const from = offset === 0 ? '' : `&offset=${offset}`;
  const { json } = await send(`${path}?limit=${PAGE_SIZE}${from}`, { headers, signal });
  return readAnswer(spec, json);
}

/**
 * A full page never counts as complete: only the vendor's examples show that `count` is the number of all records, not
 * of those in the page.
 */
function toListing<R>(records: readonly R[], count = records.length): Listing<R> {
  return { records, isComplete: records.length >= count && records.length < PAGE_SIZE };
}

export function nodesQuery(session: Session) {
  return queryOptions({
    queryKey: ['nodes', ...placeKey(session)],
    queryFn: ({ signal }) => readNodes(session, signal),
  });
}

/** A page of a list; `count` is the number of all records, if the target gives it. */
interface Page<R> extends Listing<R> {
  readonly count?: number | undefined;
}

/** One page of the nodes of the project. */
export async function readNodes(
  session: Session,
  signal: AbortSignal,
  offset = 0,
): Promise<Page<NodeRecord>> {
  const { nodes, count } = await readList(session, 'nodes', nodesAnswerGroup, signal, offset);
  const records = nodes.map((node): NodeRecord => ({
    id: node.id,
    name: node.name,
    state: node.state ?? '',
    arch: node.arch ?? '',
    hasGpu: node.enable_gpu ?? false,
    hasNpu: node.enable_npu ?? false,
    npuType: node.npu_type ?? '',
    hostIps: node.host_ips ?? [],
    gpuCount: node.gpu_num ?? 0,
    cpu: node.cpu,
    memory: node.memory,
    updatedMs: parseTimestamp(node.updated_at ?? '')?.getTime(),
    tags: (node.tags ?? []).map(({ key, value = '' }) => `${key}=${value}`),
  }));
  return { ...toListing(records, count), count };
}

/** Only the platinum edition has node groups. */
export function groupsQuery(session: Session) {
  return queryOptions({
    queryKey: ['groups', ...placeKey(session)],
    queryFn: async ({ signal }) => {
      const { edge_groups, count } = await readList(session, 'groups', groupsAnswerGroup, signal);
      const records = edge_groups.map((group): GroupRecord => ({
        id: group.id,
        name: group.name,
        nodeCount: group.nodes?.length ?? 0,
        nodeNames: (group.nodes ?? []).map((node) => node.name),
      }));
      return toListing(records, count);
    },
  });
}

export function configmapsQuery(session: Session) {
  return queryOptions({
    queryKey: ['configmaps', ...placeKey(session)],
    queryFn: async ({ signal }) =>
      (await readList(session, 'configmaps', configmapsAnswerGroup, signal)).configmaps.map(
        ({ name, configs = {} }): ReferenceRecord => ({ name, keys: Object.keys(configs) }),
      ),
  });
}

export function secretsQuery(session: Session) {
  return queryOptions({
    queryKey: ['secrets', ...placeKey(session)],
    queryFn: async ({ signal }) =>
      (await readList(session, 'secrets', secretsAnswerGroup, signal)).secrets.map(
        ({ name, secrets = {} }): ReferenceRecord => ({ name, keys: Object.keys(secrets) }),
      ),
  });
}

/** A quota of the project. */
export interface QuotaRecord {
  readonly type: string;
  readonly used: number;
  readonly quota: number;
}

/** All quotas of the project, that of deployments first. */
export function projectQuotasQuery(session: Session) {
  return queryOptions({
    queryKey: ['quotas', ...placeKey(session)],
    refetchInterval: 60_000,
    queryFn: async ({ signal }): Promise<readonly QuotaRecord[]> => {
      const { path, headers } = targetPath(withCurrentToken(session), 'v2', 'quotas');
      const { json } = await send(path, { headers, signal });
      const { resources } = readAnswer(quotasAnswerGroup, json).quotas;
      const records = resources.map(({ type, used = 0, quota }) => ({ type, used, quota }));
      const isDeployment = ({ type }: QuotaRecord) => type === 'deployment';
      return [...records.filter(isDeployment), ...records.filter((one) => !isDeployment(one))];
    },
  });
}

/** The quota of deployments; null if the target does not list it. */
export function deploymentQuotaQuery(session: Session) {
  return queryOptions({
    queryKey: ['quota', ...placeKey(session)],
    queryFn: async ({ signal }): Promise<DeploymentQuota | null> => {
      const { path, headers } = targetPath(withCurrentToken(session), 'v2', 'quotas');
      const { json } = await send(`${path}?types=deployment`, { headers, signal });
      const { resources } = readAnswer(quotasAnswerGroup, json).quotas;
      const found = resources.find(({ type }) => type === 'deployment');
      return found === undefined ? null : { used: found.used ?? 0, quota: found.quota };
    },
  });
}
