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
      const found = new Map<string, NodeRecord>();
      let isComplete = false;
      for (let page = 0; page < MAX_PAGES; page++) {
        const before = found.size;
        const { records, isComplete: isWhole } = await readNodes(session, signal, page * FULL_PAGE);
        for (const node of records) found.set(node.id, node);
        isComplete = isWhole || (page > 0 && records.length < FULL_PAGE);
        // A target that ignores the offset repeats its first page.
        if (isComplete || found.size === before || records.length < FULL_PAGE) break;
      }
      const inOrder = new Intl.Collator('en', { numeric: true });
      const records = [...found.values()].toSorted((a, b) => inOrder.compare(a.name, b.name));
      return { records, isComplete };
    },
    staleTime: 30_000,
  });
}
