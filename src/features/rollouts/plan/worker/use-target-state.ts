import { useQuery } from '@tanstack/react-query';
import { deploymentNamesQuery } from '#src/client/queries/deployments.ts';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { deploymentQuotaQuery } from '#src/client/queries/resources.ts';
import { allNodesQuery } from '#src/client/rollouts/all-nodes.ts';
import { useSession } from '#src/client/session/session.ts';

/** What the target says about the rows of a plan; undefined as long as it is not known. */
export function useTargetState(lack: MissingForLists | undefined) {
  const session = useSession();
  const enabled = lack === undefined;
  const nodes = useQuery({ ...allNodesQuery(session), enabled }).data;
  const deployments = useQuery({ ...deploymentNamesQuery(session), enabled }).data;
  const quota = useQuery({ ...deploymentQuotaQuery(session), enabled }).data ?? undefined;
  return { nodes: nodes?.records, hasAllNodes: nodes?.isComplete ?? false, deployments, quota };
}
