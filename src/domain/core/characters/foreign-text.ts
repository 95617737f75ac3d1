import { hexOf } from './characters.ts';

/**
 * Characters that a reader cannot see, or that reverse or break the text around them: control characters, bidi marks,
 * zero-width and tag characters, half surrogates, line and paragraph separators, Hangul fillers.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;
/** White space in which no unseen character hides; runs of it become one space in a line. */
const BLANKS = /[\t\n\r ]+/g;

/** Longest part of a text that is shown at first, in code points. */
export const SHOWN_AT_FIRST = 500;
/** Longest part that can be shown at all, in code points. Whoever wants more reads the answer in the developer tools. */
export const SHOWN_AT_MOST = 20_000;

/**
 * A text from outside (the service, a proxy, the browser) as one line that is safe to show: line breaks are folded into
 * spaces, and each unseen character is replaced by its code, such as `[U+202E]`. Cut a long text first
 * ({@link cutForeign}).
 */
export function foreignLine(text: string): string {
  return codesShown(text.replaceAll(BLANKS, ' ')).trim();
}

/** As {@link foreignLine}, with line breaks and tabs kept: for raw bodies. */
export function foreignLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\t').map(codesShown).join('\t'))
    .join('\n');
}

/** The beginning of a text from outside as a safe line, for places that hold nothing but text. */
export function foreignShort(text: string): string {
  const { shown, more } = cutForeign(text, SHOWN_AT_FIRST);
  return foreignLine(shown) + (more > 0 ? '…' : '');
}

/** The first `most` code points of a text, and how many more there are. Never cuts a character in half. */
export function cutForeign(text: string, most: number): { shown: string; more: number } {
  if (text.length <= most) return { shown: text, more: 0 };
  let units = 0;
  for (let points = 0; points < most && units < text.length; points++)
    units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  const rest = text.slice(units);
  return { shown: text.slice(0, units), more: pointsIn(rest) };
}

function codesShown(text: string): string {
  return text.replaceAll(UNSEEN, (character) => `[${hexOf(character.codePointAt(0)!)}]`);
}

function pointsIn(text: string): number {
  let points = 0;
  for (const _ of text) points++;
  return points;
}
