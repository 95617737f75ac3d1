import { countTextLines } from './line-breaks.ts';

/** The most rows a text area grows to; same as in ui/field/inputs.module.css. */
const MAX_ROWS = 12;

export function rowsOf(text: string, minRows: number): number {
  return Math.max(minRows, countTextLines(text, MAX_ROWS));
}

/** Sets the rows of an uncontrolled text area to the number of lines of its text; does nothing to an input. */
export function fitRows(control: HTMLInputElement | HTMLTextAreaElement): void {
  if (!(control instanceof HTMLTextAreaElement)) return;
  const rows = rowsOf(control.value, Number(control.dataset.minRows));
  // Setting `rows` forces layout, even to the same value.
  if (control.rows !== rows) control.rows = rows;
}
