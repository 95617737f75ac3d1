import { useState } from 'react';
import type { Path } from '#src/json/path.ts';
import type { JsonList } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { listAt } from './use-list-actions.ts';

interface Search {
  readonly query: string;
  /** The ids of the rows that do not contain the query. */
  readonly hidden: ReadonlySet<string>;
}

const noSearch: Search = { query: '', hidden: new Set() };

/** A search in the rows of the list at `path`, whose ids are `ids`: the query, and the indexes of the rows it leaves. */
export function useRowSearch(path: Path, ids: readonly string[]) {
  const { store } = useEditor();
  const [{ query, hidden }, setSearch] = useState(noSearch);
  const all = [...ids.keys()];
  return {
    search: query,
    shown: hidden.size === 0 ? all : all.filter((at) => !hidden.has(ids[at]!)),
    find: (next: string) =>
      setSearch({ query: next, hidden: hiddenRows(listAt(store.get(), path) ?? [], ids, next) }),
    endSearch: () => setSearch(noSearch),
  };
}

/** Decided when the query changes: a row that is typed into stays, and so does one that is added later. */
function hiddenRows(list: JsonList, ids: readonly string[], query: string): ReadonlySet<string> {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return noSearch.hidden;
  return new Set(ids.filter((_, at) => !JSON.stringify(list[at]).toLowerCase().includes(wanted)));
}
