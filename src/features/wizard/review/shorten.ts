/** The part of a long text that is shown at first. */
export interface Shortened {
  readonly shown: string;
  /** What is left out, and how it is best counted; undefined if nothing is. */
  readonly more: { readonly kind: 'lines' | 'characters'; readonly count: number } | undefined;
}

/** Lines of a text that are shown at first. */
const MAX_LINES = 6;
/** UTF-16 units of a text that are shown at first. */
const MAX_LENGTH = 400;

/** Cuts a text after some lines or characters; `more.count` is the number of all of them. */
export function shorten(text: string): Shortened {
  if (text.length <= MAX_LENGTH && countLines(text) <= MAX_LINES)
    return { shown: text, more: undefined };
  const lines = countLines(text);
  let end = 0;
  for (let line = 0; line < MAX_LINES && end >= 0; line++) end = text.indexOf('\n', end + 1);
  if (end > 0 && end <= MAX_LENGTH)
    return { shown: text.slice(0, end), more: { kind: 'lines', count: lines } };
  // Not between the two halves of a character.
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(MAX_LENGTH - 1));
  const shown = text.slice(0, isHalf ? MAX_LENGTH - 1 : MAX_LENGTH);
  return { shown, more: { kind: 'characters', count: text.length } };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
