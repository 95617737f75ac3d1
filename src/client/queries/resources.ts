import { queryOptions } from '@tanstack/react-query';
import { configmapsAnswerGroup } from '#src/domain/api/answers/configmaps.fields.ts';
import { groupsAnswerGroup } from '#src/domain/api/answers/groups.fields.ts';
import { nodesAnswerGroup } from '#src/domain/api/answers/nodes.fields.ts';
import { secretsAnswerGroup } from '#src/domain/api/answers/secrets.fields.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import { withCurrentToken } from '../session/place.ts';
import { readAnswer } from '../http/read-answer.ts';
import { send } from '../http/request.ts';
import { whereOf, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

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

/** A list as far as it was read. */
export interface Listing<R> {
  readonly records: readonly R[];
  /** False if the target has more than it gave at once. */
  readonly isComplete: boolean;
}

/** The most a v2 list gives at once, and what is asked for. */
const MOST = 1000;

async function ask<const S extends GroupSpec>(
  session: Session,
  resource: string,
  spec: S,
  signal: AbortSignal,
) {
  const { path, headers } = targetPath(withCurrentToken(session), 'v2', resource);
  const { json } = await send(`${path}?limit=${MOST}`, { headers, signal });
  return readAnswer(spec, json);
}

/**
 * What was read of a list whose answer says that there are `count` records. A full page is never taken for all: that
 * `count` is of all records and not of the page is known from the vendor's examples only.
 */
function listing<R>(records: readonly R[], count = records.length): Listing<R> {
  return { records, isComplete: records.length >= count && records.length < MOST };
}

/** The edge nodes of the project. */
export function nodesQuery(session: Session) {
  return queryOptions({
    queryKey: ['nodes', ...whereOf(session)],
    queryFn: async ({ signal }) => {
      const { nodes, count } = await ask(session, 'nodes', nodesAnswerGroup, signal);
      const records = nodes.map((node): NodeRecord => ({
        id: node.id,
        name: node.name,
        state: node.state ?? '',
        arch: node.arch ?? '',
        hasGpu: node.enable_gpu ?? false,
        hasNpu: node.enable_npu ?? false,
        npuType: node.npu_type ?? '',
        hostIps: node.host_ips ?? [],
      }));
      return listing(records, count);
    },
  });
}

/** The node groups of the instance; only the platinum edition has them. */
export function groupsQuery(session: Session) {
  return queryOptions({
    queryKey: ['groups', ...whereOf(session)],
    queryFn: async ({ signal }) => {
      const { edge_groups, count } = await ask(session, 'groups', groupsAnswerGroup, signal);
      const records = edge_groups.map((group): GroupRecord => ({
        id: group.id,
        name: group.name,
        nodeCount: group.nodes?.length ?? 0,
      }));
      return listing(records, count);
    },
  });
}

/** The configmaps of the project with their key names. */
export function configmapsQuery(session: Session) {
  return queryOptions({
    queryKey: ['configmaps', ...whereOf(session)],
    queryFn: async ({ signal }) =>
      (await ask(session, 'configmaps', configmapsAnswerGroup, signal)).configmaps.map(
        ({ name, configs = {} }): ReferenceRecord => ({ name, keys: Object.keys(configs) }),
      ),
  });
}

/** The secrets of the project with their key names. */
export function secretsQuery(session: Session) {
  return queryOptions({
    queryKey: ['secrets', ...whereOf(session)],
    queryFn: async ({ signal }) =>
      (await ask(session, 'secrets', secretsAnswerGroup, signal)).secrets.map(
        ({ name, secrets = {} }): ReferenceRecord => ({ name, keys: Object.keys(secrets) }),
      ),
  });
}
