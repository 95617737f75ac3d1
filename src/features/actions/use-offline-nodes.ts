import { useQuery } from '@tanstack/react-query';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { nodesQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';

/** The names of those nodes that the list of the target shows as offline. */
export function useOfflineNodes(nodeIds: readonly string[]): readonly string[] {
  const session = useSession();
  const enabled = useMissingForLists() === undefined;
  const nodes = useQuery({ ...nodesQuery(session), enabled }).data?.records ?? [];
  return nodes
    .filter(({ id, state }) => nodeIds.includes(id) && state !== '' && state !== 'RUNNING')
    .map(({ name }) => name);
}
