import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listPods, podsKey, type PodRecord } from '#src/client/pods/pods.ts';
import {
  deploymentListQuery,
  listPollMs,
  type DeploymentRow,
  type DeploymentRows,
} from '#src/client/queries/deployment-list.ts';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, nodesQuery, type NodeRecord } from '#src/client/queries/resources.ts';
import { placeKey, useSession } from '#src/client/session/session.ts';
import { sortKeyOf } from '#src/domain/core/characters/sort-key.ts';
import { areNodesOffline, deploymentState } from '#src/domain/health/deployment-state.ts';
import { useRetryWithToken } from '../state/use-retry-with-token.ts';
import type { ListedRow, ListedPlace } from './list-filter.ts';

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
  const placeOf = useMemo(() => makePlaces(nodes?.records, groups?.records), [nodes, groups]);
  const listed = useMemo(() => {
    if (rows === undefined) return undefined;
    const podsById = groupPods(pods?.records ?? []);
    return keepListIfSame(
      rows,
      rows.map((row) => {
        const own = podsById.get(row.id) ?? (pods?.asked.has(row.id) ? [] : undefined);
        const place = placeOf(row);
        return keepIfSame({ row, state: deploymentState(row, own, place.isOffline), place });
      }),
    );
  }, [rows, placeOf, pods]);
  const { data, error, isFetching, dataUpdatedAt: updatedAt } = query;
  const reading = useMemo(
    () => data && listed && { data, listed, error, isFetching, updatedAt },
    [data, listed, error, isFetching, updatedAt],
  );
  return { query, reading };
}

/** What was read, and how the reading goes. */
export interface ListReading {
  readonly data: DeploymentRows;
  readonly listed: readonly ListedRow[];
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly updatedAt: number;
}

const lastListed = new WeakMap<DeploymentRow, ListedRow>();

/** The last derivation of the row if it says the same, so that nothing that shows it renders again. */
function keepIfSame(listed: ListedRow): ListedRow {
  const last = lastListed.get(listed.row);
  if (last?.state === listed.state && isSamePlace(last.place, listed.place)) return last;
  lastListed.set(listed.row, listed);
  return listed;
}

function isSamePlace(a: ListedPlace, b: ListedPlace): boolean {
  return a === b || (a.isOffline === b.isOffline && a.searchText === b.searchText);
}

const lastLists = new WeakMap<readonly DeploymentRow[], readonly ListedRow[]>();

/** The last derivation of the rows if it says the same: then nothing is filtered, sorted or counted again. */
function keepListIfSame(
  rows: readonly DeploymentRow[],
  listed: readonly ListedRow[],
): readonly ListedRow[] {
  const last = lastLists.get(rows);
  if (last?.every((one, at) => one === listed[at])) return last;
  lastLists.set(rows, listed);
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

/** Tells where a row runs. Rows of the same group and nodes get the same object. */
function makePlaces(
  nodes: readonly NodeRecord[] | undefined,
  groups: readonly Pick<NodeRecord, 'id' | 'name'>[] | undefined,
) {
  const nodeById = new Map(nodes?.map((node) => [node.id, node]));
  const groupNames = new Map(groups?.map(({ id, name }) => [id, name]));
  const places = new Map<string, ListedPlace>();
  return ({ groupId, nodeIds }: DeploymentRow): ListedPlace => {
    const key = [groupId, ...nodeIds].join('\n');
    const known = places.get(key);
    if (known !== undefined) return known;
    const names =
      groupId === ''
        ? nodeIds.map((id) => nodeById.get(id)?.name ?? id)
        : [groupNames.get(groupId) ?? groupId];
    const place = {
      names,
      searchText: names.join('\n').toLowerCase(),
      nameKey: sortKeyOf(names[0] ?? ''),
      isOffline: areNodesOffline(nodeIds, (id) => nodeById.get(id)?.state),
    };
    places.set(key, place);
    return place;
  };
}
