/** Height of one line, pixels; the same as in the style of the pane. */
export const LINE_HEIGHT = 20;
/** Lines in a block at most, which the browser lays out and paints for itself: a line that changes concerns no other block. */
const BLOCK_LINES = 30;
/** About how wide a letter is, pixels; only to tell how wide the text may become at a time. */
const LETTER_WIDTH = 7.5;
/** Lines that do not fit widen the text by so many letters at a time: with every letter all of it would be painted anew. */
const WIDER_BY = 32;

/** Splits a printed line into its indent, key, value and the rest. */
const LINE = /^(\s*)("(?:[^"\\]|\\.)*")?(: )?(.*)$/s;

/** Lines of JSON as elements. */
export interface LineList {
  /**
   * Makes `lines` those that are shown, writing only what differs; returns the elements of lines that are new or
   * changed. `grown` is by how many lines the text has become longer where it is shown only in part: lines below stay
   * what they are, those at the end go or come.
   */
  show(lines: readonly string[], grown?: number): readonly HTMLElement[];
}

/** Lines beside one another in the text, and the element they stand in. */
interface Block {
  readonly element: HTMLElement;
  lines: readonly HTMLElement[];
}

/**
 * Keeps the lines of `text`, which has nothing else in it, in blocks. The browser is told how large all of it is, so
 * that it need not look into the blocks; lines that come or go concern only the blocks they stand in. `width` is that of
 * the pane, pixels.
 *
 * Read as text content or as it is rendered, all of it is the lines with a line feed between them: it stands between the
 * elements, where it takes no room.
 */
export function createLineList(text: HTMLElement, width: () => number): LineList {
  let blocks: Block[] = [];
  let elements: HTMLElement[] = [];
  let columns: number[] = [];
  /** The most of them. */
  let widest = 0;
  let shown: readonly string[] = [];

  /** Puts `lines` in the place of `count` lines from `at` on. */
  const splice = (at: number, count: number, lines: readonly string[]): HTMLElement[] => {
    const old = elements.slice(at, at + count);
    const made = lines.map((line, index) => {
      const element = old[index] ?? document.createElement('span');
      write(element, line);
      return element;
    });
    recount(at, count, lines.map(columnsOf));
    if (made.length !== count) {
      elements = elements.toSpliced(at, count, ...made);
      rebuild(at, count, made);
    }
    return made;
  };
  const recount = (at: number, count: number, fresh: readonly number[]) => {
    const gone = largest(columns.slice(at, at + count));
    columns = columns.toSpliced(at, count, ...fresh);
    const come = largest(fresh);
    // Only where the widest line has gone or become shorter do the others have to be asked.
    widest = come >= widest || gone < widest ? Math.max(widest, come) : largest(columns);
  };
  /** Fills the blocks anew that the lines are in which come or go. */
  const rebuild = (at: number, count: number, made: readonly HTMLElement[]) => {
    const { first, last, begin } = blocksOf(blocks, at, at + count);
    const old = blocks.slice(first, last + 1);
    const lines = old.flatMap((block) => block.lines).toSpliced(at - begin, count, ...made);
    const pieces = inPieces(lines);
    const filled = pieces.map((piece, index) => {
      const element = old[index]?.element ?? document.createElement('span');
      element.replaceChildren(...withLineFeeds(piece));
      element.style.height = `${piece.length * LINE_HEIGHT}px`;
      return { element, lines: piece };
    });
    blocks = blocks.toSpliced(first, old.length, ...filled);
    for (const { element } of old.slice(filled.length)) removeBlock(element);
    for (const [index, { element }] of filled.entries())
      if (index >= old.length) insertBlock(element, blocks[first + index - 1]?.element);
  };
  const insertBlock = (element: HTMLElement, before: HTMLElement | undefined) => {
    if (before !== undefined) before.after('\n', element);
    else if (text.firstChild === null) text.append(element);
    else text.prepend(element, '\n');
  };
  const removeBlock = (element: HTMLElement) => {
    // A line feed stands between two, on this side or that.
    (element.previousSibling ?? element.nextSibling)?.remove();
    element.remove();
  };
  const widen = () => {
    // As wide as its lines in any case: what is wider is cut, and could not be scrolled to.
    const fits = widest * LETTER_WIDTH <= width();
    setStyle(text, 'minWidth', `${fits ? widest : Math.ceil(widest / WIDER_BY) * WIDER_BY}ch`);
  };
  const replace = (lines: readonly string[]) => {
    const above = sharedAbove(shown, lines);
    const below = sharedBelow(shown, lines, above);
    const old = shown.length - below - above;
    const fresh = lines.slice(above, lines.length - below);
    shown = lines;
    return old === 0 && fresh.length === 0 ? [] : splice(above, old, fresh);
  };

  return {
    show(lines, grown = 0) {
      const moving = grown === 0 ? [] : replace(moved(shown, lines, grown));
      const changed = [...moving, ...replace(lines)];
      widen();
      return changed;
    },
  };
}

/** The largest of the numbers, none below 0; there may be thousands, too many to be arguments. */
function largest(numbers: readonly number[]): number {
  let most = 0;
  for (const one of numbers) most = Math.max(most, one);
  return most;
}

/** The lines as they stood, with as many new ones in their midst as the text has become longer, or as many less. */
function moved(
  shown: readonly string[],
  lines: readonly string[],
  grown: number,
): readonly string[] {
  const at = sharedAbove(shown, lines);
  return grown > 0
    ? shown.toSpliced(at, 0, ...lines.slice(at, at + grown))
    : shown.toSpliced(at, -grown);
}

/** How many lines are the same from the top. */
function sharedAbove(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one[count] === other[count]) count++;
  return count;
}

/** How many are the same from the bottom, without the `above` that are from the top. */
function sharedBelow(one: readonly string[], other: readonly string[], above: number): number {
  const most = Math.min(one.length, other.length) - above;
  let count = 0;
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}

/** The blocks that lines `from` to `end` are in, and the line that the first of them begins with. */
function blocksOf(blocks: readonly Block[], from: number, end: number) {
  let begin = 0;
  let first = 0;
  while (first < blocks.length - 1 && begin + blocks[first]!.lines.length <= from)
    begin += blocks[first++]!.lines.length;
  let last = first;
  let next = begin + (blocks[first]?.lines.length ?? 0);
  while (next < end && last < blocks.length - 1) next += blocks[++last]!.lines.length;
  return { first, last, begin };
}

/** The lines of a block each, about as many in all of them. */
function inPieces(lines: readonly HTMLElement[]): readonly (readonly HTMLElement[])[] {
  const count = Math.ceil(lines.length / BLOCK_LINES);
  const size = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, at) => lines.slice(at * size, (at + 1) * size));
}

function withLineFeeds(lines: readonly HTMLElement[]): readonly (HTMLElement | string)[] {
  return lines.flatMap((line, at) => (at === 0 ? [line] : ['\n', line]));
}

/** Sets what is not set already: to set it again has the browser look. */
export function setStyle(
  { style }: HTMLElement,
  name: 'height' | 'minWidth' | 'paddingTop' | 'paddingBottom',
  value: string,
): void {
  if (style[name] !== value) style[name] = value;
}

/** How many letters wide a line is at most: others than those of ASCII may take the place of two. */
function columnsOf(line: string): number {
  return line.length + (/[^ -~]/.test(line) ? line.replaceAll(/[ -~]/g, '').length : 0);
}

interface Part {
  /** What it is drawn as; undefined for signs and space. */
  readonly kind: 'key' | 'text' | 'other' | undefined;
  readonly text: string;
}

function split(line: string): readonly Part[] {
  const [, indent = '', first, colon, rest = ''] = LINE.exec(line) ?? [];
  const parts: Part[] = [];
  const add = (kind: Part['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text });
  };
  add(undefined, indent);
  if (first !== undefined) add(colon ? 'key' : 'text', first);
  if (colon) add(undefined, colon);
  if (/^[{}[\],\s]*$/.test(rest)) add(undefined, rest);
  else add(rest.startsWith('"') ? 'text' : 'other', rest);
  return parts;
}

/** Writes a line into its element: into the nodes that are there, if they are of the same kinds. */
function write(element: HTMLElement, line: string): void {
  const parts = split(line);
  if (!rewrite(element, parts)) element.replaceChildren(...parts.map(toNode));
}

function rewrite({ childNodes }: HTMLElement, parts: readonly Part[]): boolean {
  if (childNodes.length !== parts.length) return false;
  for (const [at, { kind }] of parts.entries()) {
    const node = childNodes[at]!;
    if ((node instanceof Element ? node.className : undefined) !== kind) return false;
  }
  for (const [at, { text }] of parts.entries()) {
    const node = childNodes[at]!;
    const words = node instanceof Text ? node : node.firstChild;
    if (words instanceof Text && words.data !== text) words.data = text;
  }
  return true;
}

function toNode({ kind, text }: Part): Node {
  if (kind === undefined) return document.createTextNode(text);
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
}
