import { countTextLines } from './line-breaks.ts';

/** The most rows a text area grows to; same as in ui/field/inputs.module.css. */
const MAX_ROWS = 12;

export function rowsOf(text: string, minRows: number): number {
  return Math.max(minRows, countTextLines(text, MAX_ROWS));
}

/** Gives an uncontrolled text area as many rows as its text has lines; does nothing to an input. */
export function fitRows(control: HTMLInputElement | HTMLTextAreaElement): void {
  if (!(control instanceof HTMLTextAreaElement)) return;
  const rows = rowsOf(control.value, Number(control.dataset.minRows));
  // Setting `rows` forces layout, even to the same value.
  if (control.rows !== rows) control.rows = rows;
}
