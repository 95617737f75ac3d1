import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  missingSignIn,
  signInRefusal,
  type Access,
  type SignInRefusal,
} from '#src/client/access.ts';
import { deploymentNamesQuery } from '#src/client/deployments.ts';
import { listLack } from '#src/client/list-lack.ts';
import { configmapsQuery, groupsQuery, nodesQuery, secretsQuery } from '#src/client/resources.ts';
import { useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import type { Facts } from '#src/domain/core/context.ts';
import { namesOfOthers, type OwnDeployment } from '#src/features/submit/attempt/own-deployments.ts';

/** What the target told, and what it wants to be told first. */
interface Told {
  readonly facts: Facts;
  /** What its refusal of a list asks for. */
  readonly missing: 'token' | 'access' | undefined;
  /** That refusal, as it came. */
  readonly refusal: SignInRefusal | undefined;
}

/**
 * What the target tells of the world around the document, for the rules that warn by it (R28, R30, R37, R39).
 * Lists that could not be read are absent, and their rules keep silent.
 */
export function useFacts(
  target: Target | undefined,
  access: Access | undefined,
  own: readonly OwnDeployment[] | undefined,
): Told {
  const session = useSession();
  const enabled = listLack(target, session, access) === undefined;
  const lists = [
    useQuery({ ...nodesQuery(session), enabled }),
    useQuery({ ...configmapsQuery(session), enabled }),
    useQuery({ ...secretsQuery(session), enabled }),
    useQuery({ ...deploymentNamesQuery(session), enabled }),
    useQuery({ ...groupsQuery(session), enabled: enabled && session.edition === 'platinum' }),
  ] as const;
  const [nodes, configmaps, secrets, names, groups] = [
    lists[0].data,
    lists[1].data,
    lists[2].data,
    lists[3].data,
    lists[4].data,
  ];
  const missing = lists.map(({ error }) => missingSignIn(error)).find(Boolean);
  const refusal = lists.map(({ error }) => signInRefusal(error)).find(Boolean);
  const { targetId, projectId, edition, instanceId } = session;
  const taken = useMemo(
    // Not before it is known which are the document's own: a warning must not come to go again.
    () => names && own && namesOfOthers(names, own, { targetId, projectId, edition, instanceId }),
    [names, own, targetId, projectId, edition, instanceId],
  );
  const facts = useMemo(
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
      ...(taken && { deploymentNames: taken }),
    }),
    [nodes, configmaps, secrets, taken, groups],
  );
  return { facts, missing, refusal };
}
