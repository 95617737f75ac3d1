import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatRolloutFilter, parseRolloutFilter, type RolloutFilter } from './rollout-filter.ts';

/** The filter in the address of the page. */
export function useRolloutFilter() {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const filter = useMemo(() => parseRolloutFilter(search), [search]);
  const change = useCallback(
    (changed: Partial<RolloutFilter>) => {
      const query = formatRolloutFilter({ ...filter, ...changed });
      navigate(query === '' ? path : `${path}?${query}`, { replace: true });
    },
    [filter, navigate, path],
  );
  return { filter, change };
}
