import { queryOptions } from '@tanstack/react-query';
import { trackList } from '#src/domain/api/list-progress.ts';
import { readNodes, type Listing, type NodeRecord } from '../queries/resources.ts';
import { placeKey, type Session } from '../session/session.ts';

/** The maximum of the list API, and 10,000 nodes: more than a rollout may have. */
const LIMITS = { pageSize: 1000, maxPages: 10 };

/** All nodes of the project, page by page, in the order of their names. */
export function allNodesQuery(session: Session) {
  return queryOptions({
    queryKey: ['all nodes', ...placeKey(session)],
    queryFn: async ({ signal }): Promise<Listing<NodeRecord>> => {
      const seen = new Set<string>();
      let sorted: readonly NodeRecord[] = [];
      const progress = trackList(LIMITS);
      let state: ReturnType<typeof progress.add>;
      do {
        const { records, count } = await readNodes(session, signal, progress.offset);
        const ids = records.map(({ id }) => id);
        state = progress.add(ids, count);
        const added = records.filter(({ id }) => !seen.has(id));
        for (const id of ids) seen.add(id);
        sorted = mergeByName(sorted, added);
      } while (state === 'more');
      return { records: sorted, isComplete: state === 'end' };
    },
    staleTime: 30_000,
    // Comparing ten thousand nodes takes longer than it saves.
    structuralSharing: false,
  });
}

/** Adds a page to the nodes in order. To sort all of them at once would be a long task of the page. */
function mergeByName(
  sorted: readonly NodeRecord[],
  page: readonly NodeRecord[],
): readonly NodeRecord[] {
  const byName = new Intl.Collator('en', { numeric: true });
  const merged: NodeRecord[] = [];
  let at = 0;
  for (const node of page.toSorted((a, b) => byName.compare(a.name, b.name))) {
    while (at < sorted.length && byName.compare(sorted[at]!.name, node.name) <= 0)
      merged.push(sorted[at++]!);
    merged.push(node);
  }
  return [...merged, ...sorted.slice(at)];
}
