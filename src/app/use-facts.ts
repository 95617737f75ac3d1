import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { deploymentNamesQuery } from '#src/client/deployments.ts';
import { configmapsQuery, nodesQuery, secretsQuery } from '#src/client/resources.ts';
import { PROJECT_ID, useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import type { Facts } from '#src/domain/core/rule.ts';

/**
 * What the target tells of the world around the document, for the rules that warn by it (R28, R30, R37).
 * Lists that could not be read are absent, and their rules keep silent.
 */
export function useFacts(target: Target | undefined): Facts {
  const session = useSession();
  const canAsk = target !== undefined && (target.kind === 'mock' || session.token !== '');
  const enabled = canAsk && PROJECT_ID.test(session.projectId);
  const nodes = useQuery({ ...nodesQuery(session), enabled }).data;
  const configmaps = useQuery({ ...configmapsQuery(session), enabled }).data;
  const secrets = useQuery({ ...secretsQuery(session), enabled }).data;
  const names = useQuery({ ...deploymentNamesQuery(session), enabled }).data;
  return useMemo(
    () => ({
      ...(nodes && {
        nodes: nodes.map((node) => ({ ...node, enableGpu: node.hasGpu, enableNpu: node.hasNpu })),
      }),
      ...(configmaps && { configmaps }),
      ...(secrets && { secrets }),
      ...(names && { deploymentNames: names }),
    }),
    [nodes, configmaps, secrets, names],
  );
}
