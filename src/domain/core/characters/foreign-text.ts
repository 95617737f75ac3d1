import { hexOf } from './characters.ts';

/**
 * Characters that are invisible, or that reverse or break the surrounding text: control characters, bidi marks, zero-width
 * and tag characters, unpaired surrogates, line and paragraph separators, Hangul fillers.
 */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;
/** Ordinary white space; a run of it becomes one space. */
const BLANKS = /[\t\n\r ]+/g;

/** The length of external text that is shown initially, in code points. */
export const SHOWN_AT_FIRST = 500;
/** The maximum length that can be shown, in code points. */
export const SHOWN_AT_MOST = 20_000;

/**
 * External text (from the service, a proxy, or the browser) as one line that is safe to show: line breaks become spaces,
 * and invisible characters are replaced by their codes, such as `[U+202E]`. Shorten long text first ({@link cutForeign}).
 */
export function foreignLine(text: string): string {
  return codesShown(text.replaceAll(BLANKS, ' ')).trim();
}

/** Like {@link foreignLine}, but keeps line breaks and tabs, for raw bodies. */
export function foreignLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\t').map(codesShown).join('\t'))
    .join('\n');
}

/** The beginning of external text as a safe line, for plain-text contexts. */
export function foreignShort(text: string): string {
  const { shown, more } = cutForeign(text, SHOWN_AT_FIRST);
  return foreignLine(shown) + (more > 0 ? '…' : '');
}

/** The first `max` code points of a text, and the number of the remaining ones. */
export function cutForeign(text: string, max: number): { shown: string; more: number } {
  if (text.length <= max) return { shown: text, more: 0 };
  let units = 0;
  for (let points = 0; points < max && units < text.length; points++)
    units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  const rest = text.slice(units);
  return { shown: text.slice(0, units), more: pointsIn(rest) };
}

function codesShown(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => `[${hexOf(character.codePointAt(0)!)}]`);
}

function pointsIn(text: string): number {
  let points = 0;
  for (const _ of text) points++;
  return points;
}
