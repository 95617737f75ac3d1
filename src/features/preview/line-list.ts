/** Height of one line, pixels; the same as in the style of the pane. */
export const LINE_HEIGHT = 20;
/** Lines in a block, which the browser lays out and paints for itself: a line that changes concerns no other block. */
const BLOCK_LINES = 25;
/** About how wide a letter is, pixels; only to tell how wide the text may become at a time. */
const LETTER_WIDTH = 7.5;
/** Lines that do not fit widen the text by so many letters at a time: with every letter all of it would be painted anew. */
const WIDER_BY = 32;

/** Splits a printed line into its indent, key, value and the rest. */
const LINE = /^(\s*)("(?:[^"\\]|\\.)*")?(: )?(.*)$/s;

/** Lines of JSON as elements. */
export interface LineList {
  /** Makes `lines` those that are shown, writing only what differs; returns the elements of lines that changed. */
  show(lines: readonly string[]): readonly HTMLElement[];
}

/**
 * Keeps the lines of `text`, which has nothing else in it, in blocks of equal length. The browser is told how large all
 * of it is, so that it need not look into the blocks. `width` is that of the pane, pixels.
 *
 * Read as text content or as it is rendered, all of it is the lines with a line feed between them: it stands between the
 * elements, where it takes no room.
 */
export function createLineList(text: HTMLElement, width: () => number): LineList {
  const elements: HTMLElement[] = [];
  const blocks: HTMLElement[] = [];
  const columns: number[] = [];
  let shown: readonly string[] = [];

  const elementAt = (at: number) => {
    const known = elements[at];
    if (known !== undefined) return known;
    const element = document.createElement('span');
    if (at % BLOCK_LINES === 0) {
      const block = document.createElement('span');
      if (at > 0) text.append('\n');
      text.append(block);
      blocks.push(block);
    } else blocks.at(-1)?.append('\n');
    blocks.at(-1)?.append(element);
    elements[at] = element;
    return element;
  };
  const shorten = (count: number) => {
    for (const surplus of [
      ...elements.splice(count),
      ...blocks.splice(Math.ceil(count / BLOCK_LINES)),
    ]) {
      // The line feed before it.
      surplus.previousSibling?.remove();
      surplus.remove();
    }
    columns.length = count;
  };
  const resize = () => {
    for (const [at, block] of blocks.entries()) {
      const lines = Math.min(BLOCK_LINES, elements.length - at * BLOCK_LINES);
      setStyle(block, 'height', `${lines * LINE_HEIGHT}px`);
    }
    let most = 0;
    for (const one of columns) most = Math.max(most, one);
    // As wide as its lines in any case: what is wider is cut, and could not be scrolled to.
    const fits = most * LETTER_WIDTH <= width();
    setStyle(text, 'minWidth', `${fits ? most : Math.ceil(most / WIDER_BY) * WIDER_BY}ch`);
  };

  return {
    show(lines) {
      const changed: HTMLElement[] = [];
      for (const [at, line] of lines.entries()) {
        if (line === shown[at]) continue;
        const element = elementAt(at);
        write(element, line);
        columns[at] = columnsOf(line);
        changed.push(element);
      }
      shorten(lines.length);
      resize();
      shown = lines;
      return changed;
    },
  };
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
