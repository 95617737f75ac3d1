import { formatPath, type Path } from '#src/json/path.ts';
import type { Language } from '#src/domain/core/text.ts';
import type { TextProblem } from './validate-text.ts';
import type { FileFault } from '../program/read-file.ts';

/**
 * `file:line:column path message (R17)`; the table stands in place of the rule for limits of one field.
 * `warning: ` or `note: ` comes before the message of one, in every language, so that one pattern finds it.
 */
export function problemLine(file: string, problem: TextProblem, language: Language): string {
  const { line, column, issue } = problem;
  const kind = issue.severity === 'error' ? '' : `${issue.severity}: `;
  const text = `${kind}${issue.message[language]} (${issue.rule ?? issue.source})`;
  return printable(`${file}:${line}:${column} ${pathWord(issue.path)} ${text}`);
}

/** `file:line:column message`: the file cannot be judged. */
export function faultLine(
  file: string,
  { line, column, message }: FileFault,
  language: Language,
): string {
  return printable(`${file}:${line}:${column} ${message[language]}`);
}

/** The problem as one JSON object on one line, with the same keys for all, null where there is nothing to say. */
export function problemJson(file: string, { line, column, issue }: TextProblem): string {
  const { path, severity, message, rule = null, field = null, source } = issue;
  const object = {
    file,
    line,
    column,
    path: formatPath(path),
    segments: path,
    severity,
    message,
    rule,
    field,
    source,
  };
  return printable(JSON.stringify(object));
}

/**
 * The text with every character that is none to look at as `\u001b`, like JSON writes it: names of
 * files and keys must not command a terminal or turn the direction of a line.
 * JSON is still the same JSON afterwards.
 */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escapeUnits);
}

/** The path without blanks in it: the message begins behind the first one. */
function pathWord(path: Path): string {
  return formatPath(path).replace(/[\p{C}\p{Z}]/gu, escapeUnits);
}

function escapeUnits(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at++) {
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return text;
}
