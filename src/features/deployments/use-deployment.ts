import { useQuery } from '@tanstack/react-query';
import { instancesQuery, type PodRecord } from '#src/client/pods/pods.ts';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { deploymentQuery, type ShownDeployment } from '#src/client/queries/one-deployment.ts';
import { groupsQuery, nodesQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { areNodesOffline } from '#src/domain/health/deployment-state.ts';
import { groupIdOf, nodeIdsOf } from '#src/domain/health/record-facts.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useRetryWithToken } from './state/use-retry-with-token.ts';

/** Reads the deployment while it is shown; a background tab pauses. */
export function useDeployment(id: string) {
  const session = useSession();
  const enabled = useMissingForLists() === undefined;
  const query = useQuery({ ...deploymentQuery(session, id), enabled });
  useRetryWithToken(session.token, query);
  return query;
}

/** Reads the instances while they are shown. */
export function usePods(id: string) {
  const session = useSession();
  const enabled = useMissingForLists() === undefined;
  const query = useQuery({ ...instancesQuery(session, id), enabled });
  useRetryWithToken(session.token, query);
  return query;
}

/** Where a deployment runs, by the names that the lists of the target give. */
export interface RunsOn {
  readonly kind: 'node' | 'group';
  /** Names, or IDs where a list does not have them. */
  readonly names: readonly string[];
  /** State, architecture and address of its only node. */
  readonly facts: readonly string[];
  /** True if none of its nodes is connected. */
  readonly isOffline: boolean;
  readonly nodeName: (pod: Pick<PodRecord, 'nodeId'>) => string;
}

export function useRunsOn({ raw }: Pick<ShownDeployment, 'raw'>): RunsOn {
  const translate = useTranslate();
  const session = useSession();
  const enabled = useMissingForLists() === undefined;
  const groupId = groupIdOf(raw);
  const isPlatinum = session.edition === 'platinum';
  const nodes = useQuery({ ...nodesQuery(session), enabled }).data?.records;
  const groups = useQuery({
    ...groupsQuery(session),
    enabled: enabled && isPlatinum && groupId !== '',
  }).data?.records;
  const nodeName = (nodeId: string) => nodes?.find(({ id }) => id === nodeId)?.name ?? nodeId;
  const nodeIds = nodeIdsOf(raw);
  const [node] = nodes?.filter(({ id }) => id === nodeIds[0]) ?? [];
  return {
    kind: groupId === '' ? 'node' : 'group',
    names:
      groupId === ''
        ? nodeIds.map((id) => nodeName(id))
        : [groups?.find(({ id }) => id === groupId)?.name ?? groupId],
    facts:
      groupId === '' && node
        ? [translate(nodeStateWords(node.state)), node.arch, node.hostIps[0] ?? '']
            .filter((fact) => fact !== '')
            .map((fact) => foreignShort(fact))
        : [],
    isOffline: areNodesOffline(nodeIds, (id) => nodes?.find((one) => one.id === id)?.state),
    nodeName: ({ nodeId }) => nodeName(nodeId),
  };
}
