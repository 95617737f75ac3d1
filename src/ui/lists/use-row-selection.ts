import { useState } from 'react';

const nothing: ReadonlySet<string> = new Set();

export interface RowSelection {
  /** Ids of the selected rows, also of those that a search hides. Undefined while the list shows no checkboxes. */
  readonly selected: ReadonlySet<string> | undefined;
  start(): void;
  end(): void;
  /** Selects all of the rows shown, or none of them if all are selected. */
  toggleAll(): void;
  /** Selects or deselects a row; `toRange` includes the rows shown since the last one. */
  toggle(id: string, toRange: boolean): void;
}

/**
 * Lets the user select rows of the list whose ids are `ids`; `shown` are those that a search leaves. Only rows shown
 * are selected or deselected. The others keep their state, so that rows of several searches can be selected.
 */
export function useRowSelection(ids: readonly string[], shown: readonly string[]): RowSelection {
  const [selection, setSelection] = useState<ReadonlySet<string>>();
  const [last, setLast] = useState<string>();
  // Removed rows are not selected.
  const selected = selection && new Set(ids.filter((id) => selection.has(id)));
  const change = (rows: readonly string[], isSelected: boolean) => {
    const next = new Set(selected);
    for (const row of rows)
      if (isSelected) next.add(row);
      else next.delete(row);
    setSelection(next);
  };
  return {
    selected,
    start: () => setSelection(nothing),
    end: () => setSelection(undefined),
    toggleAll: () => change(shown, !shown.every((id) => selected?.has(id))),
    toggle(id, toRange) {
      const from = last === undefined || !toRange ? -1 : shown.indexOf(last);
      const to = shown.indexOf(id);
      const rows = from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
      change(rows, !selected?.has(id));
      setLast(id);
    },
  };
}
