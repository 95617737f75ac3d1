import type { Path } from '#src/json/path.ts';
import { scrollToRow } from './scroll-to-row.ts';

/** Frames to wait for a row to be drawn. */
const MAX_FRAMES = 30;

/**
 * Focuses the first control of a row, and so brings it into view; `name` is the cell name of its path.
 * At once if the row is drawn, as the next key may come before the next frame; a windowed one is waited for.
 */
export function focusRow(path: Path, name: string, frames = MAX_FRAMES): void {
  const inside = `[name="${CSS.escape(name)}"], [name^="${CSS.escape(name)}/"]`;
  const control = document.querySelector<HTMLElement>(inside);
  if (control) return control.focus();
  scrollToRow(path);
  if (frames > 0) requestAnimationFrame(() => focusRow(path, name, frames - 1));
}

/**
 * The control that takes the focus when the row of `button` is gone: the same button of the row that stands in its
 * place, else of the last one, else the one that adds a row. Asked for before the row goes, looked up after.
 */
export function nextFocusTarget(button: HTMLElement): () => HTMLElement | null | undefined {
  const list = listOf(button);
  const at = rowsOf(list).findIndex((row) => row.contains(button));
  return () => {
    const left = rowsOf(list);
    const row = left[Math.min(at, left.length - 1)];
    return (
      row?.querySelector<HTMLElement>('[data-action="remove"]') ??
      list?.querySelector<HTMLElement>('[id$="-add"]')
    );
  };
}

/** The list that a control stands in, around all its rows and the button that adds one. */
export function listOf(inside: Element | null | undefined): Element | null | undefined {
  return inside?.closest('[role="group"]:not([data-row])');
}

/** The rows of a list that are drawn, in order. Rows of lists within rows are not this list's. */
function rowsOf(list: Element | null | undefined): readonly Element[] {
  return [...(list?.querySelectorAll('[data-row]') ?? [])].filter(
    (row) => listOf(row.parentElement) === list,
  );
}
