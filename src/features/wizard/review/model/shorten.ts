export interface Shortened {
  readonly shown: string;
  /** The unit and size of the whole text; undefined if nothing was cut. */
  readonly more: { readonly kind: 'lines' | 'characters'; readonly count: number } | undefined;
}

const MAX_LINES = 6;
/** UTF-16 units. */
const MAX_LENGTH = 400;

/** Cuts a long text. `more.count` is the number of lines or characters in the whole text. */
export function shorten(text: string): Shortened {
  if (text.length <= MAX_LENGTH && countLines(text) <= MAX_LINES)
    return { shown: text, more: undefined };
  const lines = countLines(text);
  let end = 0;
  for (let line = 0; line < MAX_LINES && end >= 0; line++) end = text.indexOf('\n', end + 1);
  if (end > 0 && end <= MAX_LENGTH)
    return { shown: text.slice(0, end), more: { kind: 'lines', count: lines } };
  // Do not split a surrogate pair.
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(MAX_LENGTH - 1));
  const shown = text.slice(0, isHalf ? MAX_LENGTH - 1 : MAX_LENGTH);
  return { shown, more: { kind: 'characters', count: text.length } };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
