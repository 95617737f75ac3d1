/**
 * Keeps the line breaks of a stored text while a control edits it. An `<input>` drops line breaks; a `<textarea>` turns
 * every CR LF and lone CR into LF, in `value` too. Both keep everything else: tabs, NUL, U+2028, lone surrogates.
 */

/** True if a one-line input cannot hold the text. */
export function hasLineBreak(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}

/** The text as a text area returns it. */
export function toLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Counts the lines of a text, up to `max`. */
export function countTextLines(text: string, max: number): number {
  let lines = 1;
  for (
    let index = text.indexOf('\n');
    index >= 0 && lines < max;
    index = text.indexOf('\n', index + 1)
  )
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
 * The stored text after an edit in a text area. Only the changed part of `typed` is used; the line breaks around it
 * stay as stored. New line breaks use the line end of the rest of the text if it has only one kind, otherwise LF.
 * `caret` is where the edit ended in `typed`; it identifies which of several equal line breaks was removed. Runs in
 * linear time.
 *
 * A lone CR that ends up before an LF becomes an LF, because CR LF would be a single break.
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

/** The stored text after typing into a control. Reads the caret only if needed, because that forces layout. */
export function typedText(
  stored: string,
  control: Pick<HTMLTextAreaElement | HTMLInputElement, 'value' | 'selectionEnd'>,
): string {
  if (!stored.includes('\r')) return control.value;
  return applyEdit(stored, control.value, control.selectionEnd ?? undefined);
}

/** The lengths of the common beginning and end of both texts. */
function unchangedParts(shown: string, typed: string, caret: number | undefined) {
  const rest = caret === undefined ? '' : typed.slice(caret);
  let tail = shown.endsWith(rest) ? rest.length : 0;
  let limit = Math.min(shown.length, typed.length) - tail;
  let head = 0;
  while (head < limit && shown[head] === typed[head]) head++;
  limit = Math.min(shown.length, typed.length) - head;
  while (tail < limit && shown.at(-1 - tail) === typed.at(-1 - tail)) tail++;
  return { head, tail };
}

/** Converts an index of the shown text to one of the stored text; never between CR and LF. */
function storedIndex(stored: string, shownIndex: number): number {
  let index = 0;
  for (let count = 0; count < shownIndex; count++)
    index += stored[index] === '\r' && stored[index + 1] === '\n' ? 2 : 1;
  return index;
}

function commonLineEnd(text: string): string {
  const kinds = new Set(text.match(/\r\n?|\n/g));
  const [only = '\n'] = kinds;
  return kinds.size === 1 ? only : '\n';
}

function join(before: string, after: string): string {
  let end = before.length;
  if (after.startsWith('\n')) while (before[end - 1] === '\r') end--;
  return before.slice(0, end) + '\n'.repeat(before.length - end) + after;
}
