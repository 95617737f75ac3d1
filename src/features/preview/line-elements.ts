import type { Json } from '#src/json/value.ts';
import { rowsAbove } from './wrapped-rows.ts';

/** Height of a line that does not wrap, pixels; the same as in json-text.module.css. */
const LINE_HEIGHT = 20;

/** The element of a line, counted from 0; undefined if that part of a long text is not rendered. */
export function elementOfLine(pre: Element, line: number): HTMLElement | undefined {
  let start = firstLine(pre);
  for (const block of pre.children) {
    const next = start + block.childElementCount;
    if (line < next) return block.children[line - start] as HTMLElement | undefined;
    start = next;
  }
  return undefined;
}

/** The line that an element is in, counted from 0. */
export function lineOfElement(pre: Element, inside: Element): number | undefined {
  const block = [...pre.children].find((child) => child.contains(inside));
  const line = block && [...block.children].findIndex((child) => child.contains(inside));
  if (block === undefined || line === undefined || line < 0) return undefined;
  let start = firstLine(pre);
  for (const before of pre.children) {
    if (before === block) break;
    start += before.childElementCount;
  }
  return start + line;
}

/** Scrolls a line into view with some lines around it. Does nothing if it is in view. */
export function showLine(scroller: HTMLElement, pre: Element, line: number, document: Json): void {
  const element = elementOfLine(pre, line);
  const box = scroller.getBoundingClientRect();
  const columns = wrapsAt(pre);
  const rows = columns === undefined ? line : rowsAbove(document, columns, line);
  const top = element
    ? element.getBoundingClientRect().top - box.top + scroller.scrollTop
    : rows * LINE_HEIGHT;
  const height = element?.offsetHeight ?? LINE_HEIGHT;
  const isVisible =
    top >= scroller.scrollTop && top + height <= scroller.scrollTop + scroller.clientHeight;
  if (!isVisible) scroller.scrollTop = top - scroller.clientHeight / 3;
}

/** Gives a block the height of its lines without hidden ones. Blocks of wrapped lines have the height of their content. */
export function fitBlock(block: HTMLElement, lines: readonly Element[]): void {
  const visible = lines.filter((line) => !line.hasAttribute('data-hidden'));
  const height = `${visible.length * LINE_HEIGHT}px`;
  if (block.style.height !== height) block.style.height = height;
}

/** The element with the line numbers of `pre`. */
export function numbersOf(pre: Element): HTMLElement {
  return pre.nextElementSibling as HTMLElement;
}

/** Line numbers are laid out in pieces of this many. */
const NUMBERS = 25;

/**
 * Writes the numbers of the lines that are not hidden, beginning after `from`. They are beside the text and not in its
 * lines: an added line changes only the last of them, instead of all numbers below. They are the content of
 * pseudo-elements, so they are not part of the text that is selected, searched, copied and read.
 */
export function numberLines(pre: Element, lines: Iterable<Element>, from: number): void {
  const numbers: number[] = [];
  let number = from;
  for (const line of lines) {
    number++;
    if (!line.hasAttribute('data-hidden')) numbers.push(number);
  }
  const gutter = numbersOf(pre);
  const count = Math.ceil(numbers.length / NUMBERS);
  while (gutter.childElementCount > count) gutter.lastElementChild!.remove();
  while (gutter.childElementCount < count) gutter.append(document.createElement('span'));
  for (const [index, piece] of [...gutter.children].entries()) {
    const text = numbers.slice(index * NUMBERS, (index + 1) * NUMBERS).join('\n');
    if (piece.getAttribute('data-numbers') !== text) piece.setAttribute('data-numbers', text);
  }
}

/** The columns at which a long text wraps; undefined if every line has the same height or the text is whole. */
function wrapsAt(pre: Element): number | undefined {
  const { columns } = (pre as HTMLElement).dataset;
  return columns === undefined ? undefined : Number(columns);
}

/** The first rendered line of a long text, which has space instead of the lines above. */
export function firstLine(pre: Element): number {
  return Number((pre as HTMLElement).dataset['from'] ?? 0);
}
