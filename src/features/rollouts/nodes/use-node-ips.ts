import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allNodesQuery } from '#src/client/rollouts/all-nodes.ts';
import { tokenFor, type NamedPlace } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';

const none: ReadonlyMap<string, string> = new Map();

/**
 * The first address of each node, by ID, as the target lists them now; empty until they are known, and where the page is
 * not connected.
 */
export function useNodeIps(
  place: NamedPlace | undefined,
  isConnected: boolean,
): ReadonlyMap<string, string> {
  const session = useSession();
  const enabled =
    isConnected && place !== undefined && (!place.needsToken || tokenFor(place) !== '');
  // Read once: it is only shown, and addresses hardly change.
  const { data } = useQuery({
    ...allNodesQuery(session),
    enabled,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return useMemo(
    () =>
      data === undefined
        ? none
        : new Map(data.records.flatMap(({ id, hostIps: [ip] }) => (ip ? [[id, ip] as const] : []))),
    [data],
  );
}
