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
