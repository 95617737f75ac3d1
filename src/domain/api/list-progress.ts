/** How far a list of the service has been read. */
export interface ListProgress {
  /** Where the next page starts. */
  readonly offset: number;
  /** Takes a page and its `count`. `end`: it was the last one. `stopped`: the rest stays unknown. */
  add(ids: readonly unknown[], count: unknown): 'more' | 'end' | 'stopped';
}

interface ListLimits {
  /** The most records that a page may have. */
  readonly pageSize: number;
  readonly maxPages: number;
}

/**
 * Follows a list page by page. A service may return fewer records than requested: the next page starts after those that
 * arrived. Stops after `maxPages`, and after a page without new records, because such a list may never end.
 */
export function trackList({ pageSize, maxPages }: ListLimits): ListProgress {
  const seen = new Set<unknown>();
  let offset = 0;
  let pages = 0;
  return {
    get offset() {
      return offset;
    },
    add(ids, count) {
      const seenBefore = seen.size;
      for (const id of ids) seen.add(id);
      offset += ids.length;
      pages += 1;
      // Without a count, only a page that is not full shows that it is the last one.
      const hasMore = ids.length >= pageSize || (typeof count === 'number' && offset < count);
      if (ids.length === 0 || !hasMore) return 'end';
      return pages >= maxPages || seen.size === seenBefore ? 'stopped' : 'more';
    },
  };
}
