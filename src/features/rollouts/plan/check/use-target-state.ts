import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { deploymentNamesQuery } from '#src/client/queries/deployments.ts';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { deploymentQuotaQuery } from '#src/client/queries/resources.ts';
import { allNodesQuery } from '#src/client/rollouts/all-nodes.ts';
import { useSession } from '#src/client/session/session.ts';
import type { DeploymentQuota } from '#src/domain/preflight/quota.ts';
import type { ListedTarget } from '#src/domain/rollout/eligibility.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';

/** The lists of the target that the check of a plan needs. */
export function useTargetState(
  { rows, kind }: PlannedRollout,
  lack: MissingForLists | undefined,
): { readonly state: ListedTarget; readonly quota: DeploymentQuota | undefined } {
  const session = useSession();
  const enabled = lack === undefined;
  const nodes = useQuery({ ...allNodesQuery(session), enabled }).data;
  const deployments = useQuery({ ...deploymentNamesQuery(session), enabled }).data;
  const quota = useQuery({ ...deploymentQuotaQuery(session), enabled }).data ?? undefined;
  const state = useMemo(() => {
    // The worker gets a copy: only of what it needs.
    const asked = new Set(rows.map(({ id }) => id));
    if (kind === 'deployment') {
      for (const { id, nodeIds } of deployments ?? [])
        if (asked.has(id)) for (const node of nodeIds) asked.add(node);
    }
    return {
      nodes: nodes?.records.filter(({ id }) => asked.has(id)),
      hasAllNodes: nodes?.isComplete ?? false,
      deployments,
    };
  }, [nodes, deployments, rows, kind]);
  return { state, quota };
}
