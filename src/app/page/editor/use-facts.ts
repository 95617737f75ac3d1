import { useMemo } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session/session.ts';
import type { Facts } from '#src/domain/core/context.ts';
import { namesOfOthers, type OwnDeployment } from '#src/features/submit/attempt/own-deployments.ts';

/**
 * The lists of the target for the rules that need them (R28, R30, R37, R39). A list that could not be read is absent, and
 * its rules report nothing.
 */
export function useFacts(own: readonly OwnDeployment[] | undefined): Facts {
  const { nodes, groups, configmaps, secrets, deployments } = useConnection().lists;
  const { targetId, projectId, edition, instanceId } = useSession();
  const deploymentNames = useMemo(
    // Wait for the document's own deployments, so that no warning appears and vanishes again.
    () =>
      deployments &&
      own &&
      namesOfOthers(deployments, own, { targetId, projectId, edition, instanceId }),
    [deployments, own, targetId, projectId, edition, instanceId],
  );
  return useMemo(
    () => ({
      ...(nodes && {
        nodes: nodes.records.map((node) => ({
          ...node,
          enableGpu: node.hasGpu,
          enableNpu: node.hasNpu,
        })),
        hasAllNodes: nodes.isComplete,
      }),
      ...(groups && { groups: groups.records, hasAllGroups: groups.isComplete }),
      ...(configmaps && { configmaps }),
      ...(secrets && { secrets }),
      ...(deploymentNames && { deploymentNames }),
    }),
    [nodes, groups, configmaps, secrets, deploymentNames],
  );
}
