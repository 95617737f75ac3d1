import { useState } from 'react';

const nothing: ReadonlySet<string> = new Set();

export interface RowSelection {
  /** Ids of the selected rows. Undefined while the list shows no checkboxes. */
  readonly selected: ReadonlySet<string> | undefined;
  start(): void;
  end(): void;
  /** Selects all of the rows shown, or none if all are selected. */
  toggleAll(shown: readonly string[]): void;
  /** Selects or deselects a row; `toRange` includes the rows since the last one. */
  toggle(id: string, toRange: boolean): void;
}

/** Lets the user select rows of the list whose ids are `ids`. */
export function useRowSelection(ids: readonly string[]): RowSelection {
  const [selection, setSelection] = useState<ReadonlySet<string>>();
  const [last, setLast] = useState<string>();
  // Removed rows are not selected.
  const selected = selection && new Set(ids.filter((id) => selection.has(id)));
  return {
    selected,
    start: () => setSelection(nothing),
    end: () => setSelection(undefined),
    toggleAll: (shown) => setSelection(selected?.size === shown.length ? nothing : new Set(shown)),
    toggle(id, toRange) {
      const next = new Set(selected);
      const from = last === undefined || !toRange ? -1 : ids.indexOf(last);
      const to = ids.indexOf(id);
      const rows = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      const isSelected = !next.has(id);
      for (const row of rows)
        if (isSelected) next.add(row);
        else next.delete(row);
      setSelection(next);
      setLast(id);
    },
  };
}
