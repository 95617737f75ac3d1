/** Escapes text for Markdown. */
export function plain(text: string): string {
  return text.replaceAll(/[\\|*_<>`[\]~$]/g, String.raw`\$&`);
}

/** Formats text without backticks as code. A bar has to be escaped, because it would end the table cell. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', String.raw`\|`)}\``;
}

/** The cells must be Markdown. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The anchor of a heading on GitHub: lower case, hyphens for spaces, no punctuation. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
