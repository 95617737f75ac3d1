import { formatPath } from '#src/json/path.ts';
import type { Language } from '#src/domain/core/text.ts';
import type { TextProblem } from './validate-text.ts';
import { printable, unspaced } from '../program/message-line.ts';

/**
 * `file:line:column path message (R17)`; limits of one field show the table instead of a rule.
 * Warnings and notes have the same prefix in both languages, so that one pattern matches them.
 */
export function problemLine(file: string, problem: TextProblem, language: Language): string {
  const { line, column, issue } = problem;
  const kind = issue.severity === 'error' ? '' : `${issue.severity}: `;
  const text = `${kind}${issue.message[language]} (${issue.rule ?? issue.source})`;
  return printable(`${file}:${line}:${column} ${unspaced(formatPath(issue.path))} ${text}`);
}

/** The problem as a JSON object on one line; keys without a value are null. */
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
