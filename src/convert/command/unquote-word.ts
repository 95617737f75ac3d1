import { split } from 'shlex';
import type { Shell } from './shells.ts';

/** The word without its quotes. shlex reads POSIX: for other shells it gets the same word in that notation. */
export function unquoteWord(raw: string, shell: Shell): string {
  if (!/["'\\`^$]/.test(raw)) return raw;
  const substitutions: string[] = [];
  // `$(...)` and backticks may hold quotes of their own, which must stay.
  const masked = (shell === 'bash' ? raw : posixWord(raw, shell)).replaceAll(
    /\$\((?:[^()]|\([^()]*\))*\)|(?<!\\)`[^`]*`/g,
    (part) => {
      substitutions.push(part);
      return MASK;
    },
  );
  try {
    // One by one, because shlex resolves a backslash in single quotes if double quotes follow in the same word.
    const word = (masked.match(quotedPart) ?? []).map(unquotePart).join('');
    return word.replaceAll(MASK, () => substitutions.shift() ?? '');
  } catch {
    return raw;
  }
}

/** In double quotes shlex keeps the backslash before a dollar sign and a backtick. */
function unquotePart(part: string): string {
  return part.startsWith('"')
    ? part.slice(1, -1).replaceAll(/\\(?:\r?\n|([$`"\\]))/g, (_, escaped?: string) => escaped ?? '')
    : (split(part)[0] ?? '');
}

/** A part of a word in quotes, or between quotes. */
const quotedPart =
  /\$'(?:[^'\\]|\\[^])*'|'[^']*'|"(?:[^"\\]|\\[^])*"|(?:\\[^]|[^'"\\$]|\$(?!'))+|[^]/g;

/** Placeholder for a substitution while quotes are removed; a noncharacter that no text contains. */
const MASK = '\u{fdd0}';

function posixWord(raw: string, shell: 'powershell' | 'cmd'): string {
  return raw.replaceAll(quotedParts[shell], (part) => {
    if (part.startsWith('"')) return posixQuoted(part.slice(1, -1), shell);
    if (part.startsWith("'") && shell === 'powershell')
      return posixText(part.slice(1, -1).replaceAll("''", "'"));
    if (part.length === 2) return `\\${part[1]}`;
    return `\\${part}`;
  });
}

/** The parts that posixWord rewrites: texts in quotes, escaped characters, and characters that POSIX would take for an escape. */
const quotedParts = {
  powershell: /'(?:[^']|'')*'|"(?:[^"`]|`[^]|"")*"|`[^]|\\/g,
  cmd: /"(?:[^"\\]|\\[^]|"")*"|\\"|\^[^]|['\\]/g,
};

/** The inside of double quotes. */
function posixQuoted(inside: string, shell: 'powershell' | 'cmd'): string {
  if (shell === 'cmd') return posixText(inside.replaceAll(/""|\\"/g, '"'));
  const plain = inside.replaceAll(/""|`([^])/g, (_, escaped: string | undefined) =>
    escaped === undefined ? '"' : (powershellEscapes[escaped] ?? escaped),
  );
  return posixText(plain);
}

const powershellEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A text in single quotes, which POSIX leaves as it is. */
function posixText(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
