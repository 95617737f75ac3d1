import { useState } from 'react';
import type { Path } from '#src/json/path.ts';
import type { JsonList } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useScrollToRow } from '#src/ui/focus/scroll-to-row.ts';
import { listAt } from './use-list-actions.ts';

interface Search {
  readonly query: string;
  readonly hidden: ReadonlySet<string>;
}

const noSearch: Search = { query: '', hidden: new Set() };

/**
 * Searches the list at `path`. `shown` are the indexes of the matching rows, `shownIds` their ids. A jump to a hidden row,
 * for example from the list of problems, ends the search.
 */
export function useRowSearch(path: Path, ids: readonly string[]) {
  const { store } = useEditor();
  const [{ query, hidden }, setSearch] = useState(noSearch);
  const endSearch = () => setSearch(noSearch);
  useScrollToRow(path, (index) => {
    if (hidden.has(ids[index] ?? '')) endSearch();
  });
  const all = [...ids.keys()];
  const shown = hidden.size === 0 ? all : all.filter((index) => !hidden.has(ids[index]!));
  return {
    search: query,
    shown,
    shownIds: shown.map((index) => ids[index]!),
    find: (next: string) =>
      setSearch({ query: next, hidden: hiddenRows(listAt(store.get(), path) ?? [], ids, next) }),
    endSearch,
  };
}

/** Evaluated only when the query changes, so that rows do not disappear while the user edits or adds them. */
function hiddenRows(list: JsonList, ids: readonly string[], query: string): ReadonlySet<string> {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return noSearch.hidden;
  return new Set(
    ids.filter((_, index) => !JSON.stringify(list[index]).toLowerCase().includes(wanted)),
  );
}
