import { splitLine, type LinePart } from '#src/views/document/split-line.ts';

/** Height of a line, pixels; the same as in json-text.module.css. */
export const LINE_HEIGHT = 20;
/**
 * At most so many lines share a block, which the browser lays out and paints for itself. Without blocks, a key in a
 * document of 550 lines costs one and a half times as much, for layout.
 */
const BLOCK_LINES = 30;
/** Approximate width of a letter, pixels. */
const LETTER_WIDTH = 7.5;
/** The text widens by so many letters at a time: a new width repaints all of it. */
const WIDTH_STEP = 32;

/** Lines of JSON as elements of `pre`. */
export interface LineList {
  /** Shows these lines, and returns the elements of those that are new or changed. */
  show(lines: readonly string[]): readonly HTMLElement[];
}

interface Block {
  readonly element: HTMLElement;
  lines: readonly HTMLElement[];
}

/**
 * Keeps the lines of `pre` in blocks, and writes only those that differ. Lines that come or go concern only the blocks
 * they are in. Line feeds between the elements take no room, but belong to the text that is selected and copied.
 * `width` is that of the pane, pixels.
 */
export function createLineList(pre: HTMLElement, width: () => number): LineList {
  let blocks: Block[] = [];
  let elements: HTMLElement[] = [];
  let columns: number[] = [];
  let shown: readonly string[] = [];

  /** Replaces `count` lines from `at` on; returns the elements in their place. */
  const replace = (at: number, count: number, lines: readonly string[]): HTMLElement[] => {
    const old = elements.slice(at, at + count);
    const replaced = lines.map((line, index) => {
      const element = old[index] ?? document.createElement('span');
      writeLine(element, line);
      return element;
    });
    columns = columns.toSpliced(at, count, ...lines.map(countColumns));
    if (replaced.length !== count) {
      elements = elements.toSpliced(at, count, ...replaced);
      refill(at, count, replaced);
    }
    return replaced;
  };
  /** Distributes the lines over the blocks again, in those blocks where lines come or go. */
  const refill = (at: number, count: number, replaced: readonly HTMLElement[]) => {
    const { first, last, begin } = blocksOf(blocks, at, at + count);
    const old = blocks.slice(first, last + 1);
    const lines = old.flatMap((block) => block.lines).toSpliced(at - begin, count, ...replaced);
    const filled = inPieces(lines).map((piece, index) => {
      const element = old[index]?.element ?? document.createElement('span');
      element.replaceChildren(...withLineFeeds(piece));
      element.style.height = `${piece.length * LINE_HEIGHT}px`;
      return { element, lines: piece };
    });
    blocks = blocks.toSpliced(first, old.length, ...filled);
    for (const { element } of old.slice(filled.length)) removeBlock(element);
    for (const [index, { element }] of filled.entries())
      if (index >= old.length) insertBlock(pre, element, blocks[first + index - 1]?.element);
  };
  const fitWidth = () => {
    const widest = columns.reduce((most, count) => Math.max(most, count), 0);
    const fits = widest * LETTER_WIDTH <= width();
    setStyle(pre, 'minWidth', `${fits ? widest : Math.ceil(widest / WIDTH_STEP) * WIDTH_STEP}ch`);
  };

  return {
    show(lines) {
      const above = countSame(shown.length, lines.length, (at) => shown[at] === lines[at]);
      const below = countSame(
        shown.length - above,
        lines.length - above,
        (at) => shown.at(-1 - at) === lines.at(-1 - at),
      );
      const changed = replace(
        above,
        shown.length - above - below,
        lines.slice(above, lines.length - below),
      );
      shown = lines;
      fitWidth();
      return changed;
    },
  };
}

/** How many lines of two lists are the same, one after the other. */
function countSame(one: number, other: number, isSame: (at: number) => boolean): number {
  const length = Math.min(one, other);
  let count = 0;
  while (count < length && isSame(count)) count++;
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
  const parts = splitLine(line);
  const nodes = [...element.childNodes];
  const isSameShape =
    nodes.length === parts.length && nodes.every((node, at) => kindOf(node) === parts[at]!.kind);
  if (!isSameShape) element.replaceChildren(...parts.map(createPart));
  // A text node that is changed in place costs the browser less than a new one.
  else for (const [at, { text }] of parts.entries()) setText(nodes[at]!, text);
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

/** Sets a style unless it is set already: the browser would lay out the element again. */
export function setStyle(
  { style }: HTMLElement,
  name: 'minWidth' | 'paddingTop' | 'paddingBottom',
  value: string,
): void {
  if (style[name] !== value) style[name] = value;
}

/** The width of a line in letters, at most: a character outside ASCII may be as wide as two. */
function countColumns(line: string): number {
  return line.length + line.replaceAll(/[ -~]+/g, '').length;
}
