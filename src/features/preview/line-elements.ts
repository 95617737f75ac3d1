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
export function showLine(scroller: HTMLElement, pre: Element, line: number): void {
  const element = elementOfLine(pre, line);
  const box = scroller.getBoundingClientRect();
  const top = element
    ? element.getBoundingClientRect().top - box.top + scroller.scrollTop
    : line * LINE_HEIGHT;
  const height = element?.offsetHeight ?? LINE_HEIGHT;
  const isVisible =
    top >= scroller.scrollTop && top + height <= scroller.scrollTop + scroller.clientHeight;
  if (!isVisible) scroller.scrollTop = top - scroller.clientHeight / 3;
}

/** A long text has space instead of the lines above. */
function firstLine(pre: Element): number {
  return Math.round(Number.parseFloat((pre as HTMLElement).style.paddingTop || '0') / LINE_HEIGHT);
}
