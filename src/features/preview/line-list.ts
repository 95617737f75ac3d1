import { splitLine, type LinePart } from '#src/views/document/split-line.ts';
import { fitBlock, numberLines } from './line-elements.ts';
import { MAX_INDENT, rowsOfLine } from './wrapped-rows.ts';

/** Height of a line, pixels; the same as in json-text.module.css. */
export const LINE_HEIGHT = 20;
/**
 * The most lines in a block. The browser lays out and paints each block separately. Without blocks, layout makes a key
 * press in a document of 550 lines 1.5 times as expensive.
 */
const BLOCK_LINES = 15;
/** Width of the line numbers, pixels; the same as in json-text.module.css. */
export const GUTTER = 52;
/** Approximate width of a letter, pixels. */
const LETTER_WIDTH = 7.5;
/** The width of the text grows in steps of this many letters, because a new width repaints the whole text. */
const WIDTH_STEP = 32;

/** Lines of JSON as elements of `pre`. */
export interface LineList {
  /** Shows these lines, and returns the elements of new and changed lines. The first one has the number after `from`. */
  show(lines: readonly string[], from: number): readonly HTMLElement[];
  /** Shows another text in one line, counted from the first one shown; returns its element. */
  showLine(index: number, line: string): HTMLElement;
  /** Gives each line the height that it takes in this many columns. */
  fitRows(columns: number): void;
}

interface Block {
  readonly element: HTMLElement;
  lines: readonly HTMLElement[];
}

/**
 * Keeps the lines of `pre` in blocks and writes only lines that differ. Added and removed lines affect only their own
 * blocks. Line feeds between the elements take no space but are part of the text that the user selects and copies.
 * `width` returns the width of the pane, pixels.
 */
export function createLineList(pre: HTMLElement, width: () => number): LineList {
  let blocks: Block[] = [];
  let elements: HTMLElement[] = [];
  let columns: number[] = [];
  let shown: readonly string[] = [];
  /** The lines that have numbers. */
  let numbered = { from: 0, count: 0 };

  /** Replaces `count` lines from `start` on; returns the new elements. */
  const replace = (start: number, count: number, lines: readonly string[]): HTMLElement[] => {
    const old = elements.slice(start, start + count);
    const replaced = lines.map((line, index) => {
      const element = old[index] ?? document.createElement('span');
      writeLine(element, line);
      return element;
    });
    columns = columns.toSpliced(start, count, ...lines.map(countColumns));
    if (replaced.length !== count) {
      elements = elements.toSpliced(start, count, ...replaced);
      refill(start, count, replaced);
    }
    return replaced;
  };
  /** Distributes the lines again over the blocks that lines were added to or removed from. */
  const refill = (start: number, count: number, replaced: readonly HTMLElement[]) => {
    const { first, last, begin } = blocksOf(blocks, start, start + count);
    const old = blocks.slice(first, last + 1);
    const lines = old.flatMap((block) => block.lines).toSpliced(start - begin, count, ...replaced);
    const filled = inPieces(lines).map((piece, index) => {
      const element = old[index]?.element ?? document.createElement('span');
      element.replaceChildren(...withLineFeeds(piece));
      fitBlock(element, piece);
      return { element, lines: piece };
    });
    blocks = blocks.toSpliced(first, old.length, ...filled);
    for (const { element } of old.slice(filled.length)) removeBlock(element);
    for (const [index, { element }] of filled.entries())
      if (index >= old.length) insertBlock(pre, element, blocks[first + index - 1]?.element);
  };
  const number = (from: number) => {
    const count = elements.length;
    if (numbered.from !== from || numbered.count !== count) numberLines(pre, elements, from);
    numbered = { from, count };
  };
  const fitWidth = () => {
    const widest = columns.reduce((max, count) => Math.max(max, count), 0);
    const fits = widest * LETTER_WIDTH + GUTTER <= width();
    setStyle(pre, 'minWidth', `${fits ? widest : Math.ceil(widest / WIDTH_STEP) * WIDTH_STEP}ch`);
  };

  return {
    show(lines, from) {
      const { above, below } = countUnchanged(shown, lines);
      const changed = replace(
        above,
        shown.length - above - below,
        lines.slice(above, lines.length - below),
      );
      shown = lines;
      number(from);
      fitWidth();
      return changed;
    },
    showLine(index, line) {
      const [element] = replace(index, 1, [line]);
      shown = shown.with(index, line);
      fitWidth();
      return element!;
    },
    fitRows(columns) {
      for (const [index, element] of elements.entries())
        setVariable(element, '--rows', String(rowsOfLine(shown[index]!, columns)));
    },
  };
}

/** Counts the lines at the beginning and at the end that are the same in both lists. */
function countUnchanged(before: readonly string[], after: readonly string[]) {
  const above = countSame(before.length, after.length, (index) => before[index] === after[index]);
  const below = countSame(
    before.length - above,
    after.length - above,
    (index) => before.at(-1 - index) === after.at(-1 - index),
  );
  return { above, below };
}

/** Counts the equal lines at the beginning of two lists of these lengths. */
function countSame(lengthA: number, lengthB: number, isSame: (index: number) => boolean): number {
  const length = Math.min(lengthA, lengthB);
  let count = 0;
  while (count < length && isSame(count)) count++;
  return count;
}

/** The blocks that contain lines `from` to `end`, and the first line of the first block. */
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

/** Splits lines into blocks of about the same size. */
function inPieces(lines: readonly HTMLElement[]): readonly (readonly HTMLElement[])[] {
  const count = Math.ceil(lines.length / BLOCK_LINES);
  const size = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, index) => lines.slice(index * size, (index + 1) * size));
}

function withLineFeeds(lines: readonly HTMLElement[]): readonly (HTMLElement | string)[] {
  return lines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line]));
}

function insertBlock(pre: HTMLElement, block: HTMLElement, before: HTMLElement | undefined): void {
  if (before !== undefined) before.after('\n', block);
  else if (pre.firstChild === null) pre.append(block);
  else pre.prepend(block, '\n');
}

/** Removes a block with the line feed between it and its neighbor. */
function removeBlock(block: HTMLElement): void {
  (block.previousSibling ?? block.nextSibling)?.remove();
  block.remove();
}

function writeLine(element: HTMLElement, line: string): void {
  // Wrapped lines continue below their beginning.
  setVariable(element, '--in', String(Math.min(MAX_INDENT, line.length - line.trimStart().length)));
  // Marks the lines that can be folded.
  element.toggleAttribute('data-opens', line.endsWith('{') || line.endsWith('['));
  const parts = splitLine(line);
  const nodes = [...element.childNodes];
  const isSameShape =
    nodes.length === parts.length &&
    nodes.every((node, index) => kindOf(node) === parts[index]!.kind);
  if (!isSameShape) element.replaceChildren(...parts.map(createPart));
  // Changing a text node is cheaper than replacing it.
  else for (const [index, { text }] of parts.entries()) setText(nodes[index]!, text);
}

function createPart({ kind, text }: LinePart): Node {
  if (kind === undefined) return document.createTextNode(text);
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
}

function kindOf(node: Node): string | undefined {
  return node instanceof Element ? node.className : undefined;
}

function setText(part: Node, data: string): void {
  const node = part instanceof Text ? part : part.firstChild;
  if (node instanceof Text && node.data !== data) node.data = data;
}

/** Sets a style only if it differs: setting it forces layout even to the same value. */
export function setStyle(
  { style }: HTMLElement,
  name: 'counterReset' | 'minWidth' | 'paddingTop' | 'paddingBottom',
  value: string,
): void {
  if (style[name] !== value) style[name] = value;
}

function setVariable({ style }: HTMLElement, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}

/** The maximum width of a line in letters: a character outside ASCII may take two. */
function countColumns(line: string): number {
  return line.length + line.replaceAll(/[ -~]+/g, '').length;
}
