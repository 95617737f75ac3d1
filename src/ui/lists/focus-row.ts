import type { RefObject } from 'react';

/** Puts the focus on the first control of a row that is about to be drawn. */
export function focusFirstControl(box: RefObject<HTMLElement | null>, index: number): void {
  // Two frames: one to draw the row, one more for a windowed list to scroll to it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const rows = box.current?.querySelectorAll('[data-row]');
      const row = rows?.[Math.min(index, rows.length - 1)];
      row?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    }),
  );
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
