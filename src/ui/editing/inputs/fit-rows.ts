import { countTextLines } from './line-breaks.ts';

/** How far a text area grows; ui/field/inputs.module.css has the same. */
const MAX_ROWS = 12;

/** The rows of a text area that shows a text. */
export function rowsOf(text: string, minRows: number): number {
  return Math.max(minRows, countTextLines(text, MAX_ROWS));
}

/** Gives an uncontrolled text area as many rows as its text has lines. Inputs are left alone. */
export function fitRows(control: HTMLInputElement | HTMLTextAreaElement): void {
  if (!(control instanceof HTMLTextAreaElement)) return;
  const rows = rowsOf(control.value, Number(control.dataset.minRows));
  // Only where it differs: setting it lays out the page.
  if (control.rows !== rows) control.rows = rows;
}
