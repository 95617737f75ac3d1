import type { Language } from '#src/domain/core/text.ts';
import type { FileFault } from './read-file.ts';

/** `file:line:column message`: why a file could not be read. */
export function faultLine(
  file: string,
  { line, column, message }: FileFault,
  language: Language,
): string {
  return printable(`${file}:${line}:${column} ${message[language]}`);
}

/**
 * The text with every invisible character written as `\u001b`, as JSON does: file names and keys must not control a
 * terminal or reverse the direction of a line. JSON stays valid and keeps its meaning.
 */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escapeUnits);
}

/** A text of a line without spaces, which separate the parts of the line. */
export function unspaced(text: string): string {
  return text.replace(/[\p{C}\p{Z}]/gu, escapeUnits);
}

function escapeUnits(character: string): string {
  let text = '';
  for (let unit = 0; unit < character.length; unit++) {
    text += `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }
  return text;
}
