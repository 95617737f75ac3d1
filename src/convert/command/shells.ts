/** The shells that a command can be written for. */
export type Shell = 'bash' | 'powershell' | 'cmd';

/**
 * The shell that a text is written for, by the sign that continues its lines or by its prompt. A space is before that
 * sign and a line after it: a command for bash can end with the backtick that closes a substitution.
 */
export function detectShell(text: string): Shell {
  if (/^PS [^\n>]*>/m.test(text) || /[ \t]`[ \t]*\r?\n[ \t]*\S/.test(text)) return 'powershell';
  if (/^[A-Za-z]:\\[^\n>]*>/m.test(text) || /[ \t]\^[ \t]*\r?\n[ \t]*\S/.test(text)) return 'cmd';
  return 'bash';
}

/** The end of a continued line, and the prompt that a terminal shows on the next one. */
const continuations: Readonly<Record<Shell, RegExp>> = {
  bash: /\\[ \t]*\r?\n(?:> )?/g,
  powershell: /`[ \t]*\r?\n(?:>> )?/g,
  cmd: /\^[ \t]*\r?\n(?:More\? )?/g,
};

/** The text with continued lines joined. Spaces of the same length keep the offsets. */
export function joinLines(text: string, shell: Shell): string {
  return text.replaceAll(continuations[shell], (end) => ' '.repeat(end.length));
}
