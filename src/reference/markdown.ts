/** Text that Markdown takes for nothing but text. */
export function plain(text: string): string {
  return text.replaceAll(/[\\|*_<>`[\]~$]/g, String.raw`\$&`);
}

/** Text as code; it may hold no backtick. A bar would end the cell of a table even there. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', String.raw`\|`)}\``;
}

/** A table; the cells are Markdown already. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The anchor that a heading gets where Markdown is shown: lower case, hyphens for spaces, no punctuation. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
