import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { deploymentNamesQuery } from '#src/client/queries/deployments.ts';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { deploymentQuotaQuery, nodesQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { isNodeMode } from '#src/domain/deployment/rules/base/body-parts.ts';
import { preflight, type Preflight } from '#src/domain/preflight/preflight.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { useAllIssues, useDocument } from '#src/ui/editing/editor.ts';

export type ListName = 'nodes' | 'deployments' | 'quota';

interface PreflightState extends Preflight {
  /** True until the target answers whether it can be asked, and until the nodes are listed. */
  readonly isLoading: boolean;
  /** True if the document names a node that the target does not list. */
  readonly isUnlisted: boolean;
  /** True if the lists need a sign-in or a project first. */
  readonly needsSignIn: boolean;
  readonly unread: readonly ListName[];
  retry(): void;
}

/** How often the lists are read again, while the window is visible. */
const REFRESH_MS = 60_000;

/** Not after an error: a target that refuses is not asked again and again. */
const quietly = {
  refetchInterval: ({ state }: { state: { status: string } }) =>
    state.status === 'error' ? (false as const) : REFRESH_MS,
  refetchOnWindowFocus: true,
};

/** True if a node is entered, whether or not it exists. */
function namesNode(document: Json): boolean {
  const id = getIn(document, ['node_ids', 0]);
  return isNodeMode(document) && typeof id === 'string' && id !== '';
}

/** Compares the document with the lists of the target, and again whenever either changes. */
export function usePreflight(): PreflightState {
  const session = useSession();
  const missing = useMissingForLists();
  const enabled = missing === undefined;
  const nodesRead = useQuery({ ...nodesQuery(session), ...quietly, enabled });
  const deploymentsRead = useQuery({ ...deploymentNamesQuery(session), ...quietly, enabled });
  const quotaRead = useQuery({ ...deploymentQuotaQuery(session), ...quietly, enabled });
  const document = useDeferredValue(useDocument((whole) => whole));
  const issues = useAllIssues();
  const nodes = nodesRead.data?.records;
  const deployments = deploymentsRead.data;
  const quota = quotaRead.data ?? undefined;
  const found = useMemo(
    () => preflight(document, issues, { nodes, deployments, quota }),
    [document, issues, nodes, deployments, quota],
  );
  const unread = [
    { name: 'nodes' as const, read: nodesRead },
    { name: 'deployments' as const, read: deploymentsRead },
    { name: 'quota' as const, read: quotaRead },
  ].filter(({ read }) => read.data === undefined && read.isError);
  return {
    ...found,
    isLoading: missing === 'target' || (enabled && nodesRead.isPending),
    isUnlisted: nodes !== undefined && found.node === undefined && namesNode(document),
    needsSignIn: missing !== undefined && missing !== 'target',
    unread: unread.map(({ name }) => name),
    retry: () => {
      for (const { read } of unread) void read.refetch();
    },
  };
}
