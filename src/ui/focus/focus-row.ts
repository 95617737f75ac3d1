import type { Path } from '#src/json/path.ts';
import { scrollToRow } from './scroll-to-row.ts';

/** How many frames to wait for a row to render. */
const MAX_FRAMES = 30;

/**
 * Focuses the first control of a row, which also scrolls to it; `name` is the cell name of its path. Immediate if it can,
 * because the next key may come before the next frame; otherwise waits for the list to render.
 */
export function focusRow(path: Path, name: string, frames = MAX_FRAMES): void {
  const inside = `[name="${CSS.escape(name)}"], [name^="${CSS.escape(name)}/"]`;
  const find = () => document.querySelector<HTMLElement>(inside);
  const rendered = find();
  if (!rendered) scrollToRow(path);
  const control = rendered ?? find();
  if (control) control.focus();
  else if (frames > 0) requestAnimationFrame(() => focusRow(path, name, frames - 1));
}

/**
 * The control to focus after the row of `button` is removed: the remove button of the row that takes its place,
 * otherwise of the last row, otherwise the button that adds a row. Call it before the removal, and the returned
 * function after.
 */
export function nextFocusTarget(button: HTMLElement): () => HTMLElement | null | undefined {
  const list = listOf(button);
  const index = rowsInside(list).findIndex((row) => row.contains(button));
  return () => {
    const rows = rowsInside(list);
    const row = rows[Math.min(index, rows.length - 1)];
    // Not the button of a list inside the row.
    const buttons = row?.querySelectorAll<HTMLElement>('[data-action="remove"]') ?? [];
    return (
      [...buttons].find((own) => listOf(own) === list) ??
      list?.querySelector<HTMLElement>('[id$="-add"]')
    );
  };
}

/** The list around an element: it contains all rows and the button that adds one. */
export function listOf(inside: Element | null | undefined): Element | null | undefined {
  return inside?.closest('[role="group"]:not([data-row])');
}

/** The rendered rows of a list, in order, without those of nested lists. */
export function rowsInside(list: Element | null | undefined): readonly Element[] {
  return [...(list?.querySelectorAll('[data-row]') ?? [])].filter(
    (row) => listOf(row.parentElement) === list,
  );
}
