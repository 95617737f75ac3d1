/**
 * Line breaks of a stored text and of the control that shows it. An `<input>` drops them; a `<textarea>` turns every
 * CR LF and lone CR into LF, in `value` too. Both keep everything else: tabs, NUL, U+2028, lone surrogates.
 */

/** True if a one-line input cannot hold the text. */
export function hasLineBreak(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}

/** The text as a text area returns it. */
export function toLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The lines of a text, counted up to `most`. */
export function countTextLines(text: string, most: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < most; at = text.indexOf('\n', at + 1))
    lines++;
  return lines;
}

/** The text without the line breaks at its end. */
export function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}

/**
 * The stored text after an edit in a text area. Only the changed part of `typed` is taken over, so the line breaks
 * around it stay as stored. New line breaks are like those that stay if these are all the same, otherwise LF. `caret`
 * is where the edit ended in `typed`; it tells which of several equal line breaks was removed. Linear in both lengths.
 *
 * One kind of break must change: lone CRs that come to be before an LF become LFs, or the two would be one break.
 */
export function applyEdit(stored: string, typed: string, caret?: number): string {
  if (!stored.includes('\r')) return typed;
  const shown = toLineFeeds(stored);
  if (shown === typed) return stored;
  const { head, tail } = unchangedParts(shown, typed, caret);
  const before = stored.slice(0, storedIndex(stored, head));
  const after = stored.slice(storedIndex(stored, shown.length - tail));
  const lineEnd = commonLineEnd(before + after);
  const changed = typed.slice(head, typed.length - tail).replaceAll('\n', lineEnd);
  return join(join(before, changed), after);
}

/** The stored text after something was typed into a control. Asks for the caret only where it matters: it costs layout. */
export function typedText(
  stored: string,
  control: Pick<HTMLTextAreaElement | HTMLInputElement, 'value' | 'selectionEnd'>,
): string {
  if (!stored.includes('\r')) return control.value;
  return applyEdit(stored, control.value, control.selectionEnd ?? undefined);
}

/** How many characters are the same at the beginning and at the end of both texts. */
function unchangedParts(shown: string, typed: string, caret: number | undefined) {
  const rest = caret === undefined ? '' : typed.slice(caret);
  let tail = shown.endsWith(rest) ? rest.length : 0;
  let most = Math.min(shown.length, typed.length) - tail;
  let head = 0;
  while (head < most && shown[head] === typed[head]) head++;
  most = Math.min(shown.length, typed.length) - head;
  while (tail < most && shown.at(-1 - tail) === typed.at(-1 - tail)) tail++;
  return { head, tail };
}

/** Where a place of the shown text is in the stored one; never between CR and LF. */
function storedIndex(stored: string, shownIndex: number): number {
  let at = 0;
  for (let count = 0; count < shownIndex; count++)
    at += stored[at] === '\r' && stored[at + 1] === '\n' ? 2 : 1;
  return at;
}

function commonLineEnd(text: string): string {
  const found = new Set(text.match(/\r\n?|\n/g));
  const [only = '\n'] = found;
  return found.size === 1 ? only : '\n';
}

function join(before: string, after: string): string {
  let end = before.length;
  if (after.startsWith('\n')) while (before[end - 1] === '\r') end--;
  return before.slice(0, end) + '\n'.repeat(before.length - end) + after;
}
