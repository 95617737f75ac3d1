import { queryOptions } from '@tanstack/react-query';
import { readNodes, type Listing, type NodeRecord } from '../queries/resources.ts';
import { placeKey, type Session } from '../session/session.ts';

/** 10,000 nodes: more than a rollout may have. */
const MAX_PAGES = 10;
const FULL_PAGE = 1000;

/** All nodes of the project, page by page, in the order of their names. */
export function allNodesQuery(session: Session) {
  return queryOptions({
    queryKey: ['all nodes', ...placeKey(session)],
    queryFn: async ({ signal }): Promise<Listing<NodeRecord>> => {
      const seen = new Set<string>();
      let sorted: readonly NodeRecord[] = [];
      let isComplete = false;
      for (let page = 0; page < MAX_PAGES; page++) {
        const before = seen.size;
        const { records, isComplete: isWhole } = await readNodes(session, signal, page * FULL_PAGE);
        const added = records.filter(({ id }) => !seen.has(id));
        for (const { id } of added) seen.add(id);
        sorted = mergeByName(sorted, added);
        isComplete = isWhole || (page > 0 && records.length < FULL_PAGE);
        // A target that ignores the offset repeats its first page.
        if (isComplete || seen.size === before || records.length < FULL_PAGE) break;
      }
      return { records: sorted, isComplete };
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
