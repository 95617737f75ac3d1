import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listPods, podsKey, type PodRecord } from '#src/client/pods/pods.ts';
import {
  deploymentListQuery,
  listPollMs,
  type DeploymentRow,
} from '#src/client/queries/deployment-list.ts';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, nodesQuery, type NodeRecord } from '#src/client/queries/resources.ts';
import { placeKey, useSession } from '#src/client/session/session.ts';
import { deploymentState, isNodeOffline } from '#src/domain/health/deployment-state.ts';
import { useRetryWithToken } from '../state/use-retry-with-token.ts';
import type { ListedRow } from './list-filter.ts';

/** Reads the deployments of the project while they are shown, with the names of their nodes and groups. */
export function useDeploymentList() {
  const session = useSession();
  const enabled = useMissingForLists() === undefined;
  const query = useQuery({ ...deploymentListQuery(session), enabled });
  useRetryWithToken(session.token, query);
  const nodes = useQuery({ ...nodesQuery(session), enabled, refetchInterval: NODES_POLL_MS }).data;
  const groups = useQuery({
    ...groupsQuery(session),
    enabled: enabled && session.edition === 'platinum',
  }).data;
  const rows = query.data?.rows;
  const pods = usePodsOfUnready(rows);
  const listed = useMemo(() => {
    if (rows === undefined) return undefined;
    const nodeById = new Map(nodes?.records.map((node) => [node.id, node]));
    const groupNames = new Map(groups?.records.map(({ id, name }) => [id, name]));
    const podsById = groupPods(pods?.records ?? []);
    return rows.map((row) =>
      keepIfSame(
        toListedRow(row, {
          nodeById,
          groupNames,
          pods: podsById.get(row.id) ?? (pods?.asked.has(row.id) ? [] : undefined),
        }),
      ),
    );
  }, [rows, nodes, groups, pods]);
  return { query, listed };
}

const lastListed = new WeakMap<DeploymentRow, ListedRow>();

/** The last derivation of the row if it says the same, so that nothing that shows it renders again. */
function keepIfSame(listed: ListedRow): ListedRow {
  const last = lastListed.get(listed.row);
  if (last?.state === listed.state && last.searchText === listed.searchText) return last;
  lastListed.set(listed.row, listed);
  return listed;
}

function groupPods(records: readonly PodRecord[]): ReadonlyMap<string, readonly PodRecord[]> {
  const groups = new Map<string, PodRecord[]>();
  for (const pod of records) {
    const group = groups.get(pod.deploymentId);
    if (group) group.push(pod);
    else groups.set(pod.deploymentId, [pod]);
  }
  return groups;
}

/** Nodes come and go more slowly than deployments change. */
const NODES_POLL_MS = 30_000;

/** How many deployments that are not ready are looked at: four requests. */
const MOST_UNREADY = 200;

/** The instances of the newest deployments that are not ready: only they tell a start from a failure. */
function usePodsOfUnready(rows: readonly DeploymentRow[] | undefined) {
  const session = useSession();
  const ids = useMemo(
    () =>
      (rows ?? [])
        .filter(
          ({ replicas = 1, readyReplicas = 0, state }) => state === '' && readyReplicas < replicas,
        )
        .slice(0, MOST_UNREADY)
        .map(({ id }) => id),
    [rows],
  );
  return useQuery({
    queryKey: [...podsKey, ...placeKey(session), 'of unready', ids.join(',')],
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    staleTime: 0,
    refetchInterval: listPollMs(Math.ceil(ids.length / 50)),
    queryFn: async ({ signal }) => ({
      asked: new Set(ids),
      records: await listPods(session, ids, signal),
    }),
  }).data;
}

interface Surroundings {
  readonly nodeById: ReadonlyMap<string, NodeRecord>;
  readonly groupNames: ReadonlyMap<string, string>;
  readonly pods: readonly PodRecord[] | undefined;
}

function toListedRow(row: DeploymentRow, { nodeById, groupNames, pods }: Surroundings): ListedRow {
  const runsOn =
    row.groupId === ''
      ? row.nodeIds.map((id) => nodeById.get(id)?.name ?? id)
      : [groupNames.get(row.groupId) ?? row.groupId];
  const isOffline =
    row.nodeIds.length > 0 &&
    row.nodeIds.every((id) => isNodeOffline(nodeById.get(id)?.state ?? ''));
  return {
    row,
    state: deploymentState(row, pods, isOffline),
    runsOn,
    searchText: [row.name, row.id, ...runsOn, ...row.images, ...row.tags].join('\n').toLowerCase(),
  };
}
