import type { Path } from '#src/document/path.ts';
import { reachRow } from './reach.ts';

/** Frames to wait for a row to be drawn. */
const MAX_FRAMES = 10;

/**
 * Brings a row that was just added into view and focuses its first control; `name` is the cell name of its path.
 * At once if the row is drawn, as the next key may come before the next frame; a windowed one is waited for.
 */
export function focusNewRow(path: Path, name: string, frames = MAX_FRAMES): void {
  reachRow(path);
  const inside = `[name="${CSS.escape(name)}"], [name^="${CSS.escape(name)}/"]`;
  const control = document.querySelector<HTMLElement>(inside);
  if (control) control.focus();
  else if (frames > 0) requestAnimationFrame(() => focusNewRow(path, name, frames - 1));
}

/**
 * The control that takes the focus when the row of `button` is gone: the same button of the next row, else
 * of the one before, else the one that adds a row.
 */
export function heirOf(button: HTMLElement): () => HTMLElement | null | undefined {
  const listOf = (inside: Element | null | undefined) =>
    inside?.closest('[role="group"]:not([data-row])');
  const list = listOf(button);
  // Rows of lists within rows are not this list's.
  const rows = [...(list?.querySelectorAll('[data-row]') ?? [])].filter(
    (row) => listOf(row.parentElement) === list,
  );
  const at = rows.findIndex((row) => row.contains(button));
  const next = rows[at + 1] ?? rows[at - 1];
  return () =>
    next?.querySelector<HTMLElement>('[data-action="remove"]') ??
    list?.querySelector<HTMLElement>('[id$="-add"]');
}
