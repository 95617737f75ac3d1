import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { missingSignIn, type Access } from '#src/client/access.ts';
import { deploymentNamesQuery } from '#src/client/deployments.ts';
import { listLack } from '#src/client/list-lack.ts';
import { configmapsQuery, nodesQuery, secretsQuery } from '#src/client/resources.ts';
import { useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import type { Facts } from '#src/domain/core/rule.ts';

/** What the target told, and what it wants to be told first. */
interface Told {
  readonly facts: Facts;
  /** What its refusal of a list asks for. */
  readonly missing: 'token' | 'access' | undefined;
}

/**
 * What the target tells of the world around the document, for the rules that warn by it (R28, R30, R37).
 * Lists that could not be read are absent, and their rules keep silent.
 */
export function useFacts(target: Target | undefined, access: Access | undefined): Told {
  const session = useSession();
  const enabled = listLack(target, session, access) === undefined;
  const lists = [
    useQuery({ ...nodesQuery(session), enabled }),
    useQuery({ ...configmapsQuery(session), enabled }),
    useQuery({ ...secretsQuery(session), enabled }),
    useQuery({ ...deploymentNamesQuery(session), enabled }),
  ] as const;
  const [nodes, configmaps, secrets, names] = [
    lists[0].data,
    lists[1].data,
    lists[2].data,
    lists[3].data,
  ];
  const missing = lists.map(({ error }) => missingSignIn(error)).find(Boolean);
  const facts = useMemo(
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
  return { facts, missing };
}
