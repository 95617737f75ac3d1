import { useMemo, useSyncExternalStore } from 'react';
import type { Path } from '#src/json/path.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { createEntryList, type EntryList } from './entry-list.ts';
import type { EntryRow } from './entry-rows.ts';

/** The entry list of the object at a path, and its current rows. */
export function useEntryList(path: Path): { list: EntryList; rows: readonly EntryRow[] } {
  const { root, store, alternatives } = useEditor();
  const name = cellName(store.get(), path);
  const list = useMemo(
    () => createEntryList({ root, store, alternatives }, name),
    [root, store, alternatives, name],
  );
  return { list, rows: useSyncExternalStore(list.subscribe, list.rows) };
}
