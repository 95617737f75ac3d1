import { useCallback, useDeferredValue, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatFilter, parseFilter, type ListFilter } from './list-filter.ts';

/** The filter in the address of the page. `deferred` follows it once the keystrokes are shown. */
export function useListFilter() {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const filter = useMemo(() => parseFilter(search), [search]);
  const change = useCallback(
    (changed: Partial<ListFilter>) => {
      // Another list starts on its first page.
      const query = formatFilter({ ...filter, page: 1, ...changed });
      navigate(query === '' ? path : `${path}?${query}`, { replace: true });
    },
    [filter, navigate, path],
  );
  return { filter, deferred: useDeferredValue(filter), change };
}
