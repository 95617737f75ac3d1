import { countLines, printLines } from '#src/document/lines.ts';
import type { Json } from '#src/document/json.ts';

/** Up to this many lines the text stands in the page whole (docs/sources.md, section 7). */
const MAX_WHOLE_LINES = 2000;
/** Height of one line, pixels; the same as in the style of the pane. */
const LINE_HEIGHT = 20;
/** Lines drawn above and below the visible part of a long text. */
const OVERSCAN = 30;

/** How long the lines of the last edit stay marked, milliseconds. Switched, not faded: a fade would paint at every frame. */
const MARK_MS = 1200;

/** Splits a printed line into its indent, key, value and the rest. */
const LINE = /^(\s*)("(?:[^"\\]|\\.)*")?(: )?(.*)$/s;

/** Writes the lines of a document into `text`, touching only those that differ from what stands there. */
export function createPainter(box: HTMLElement, text: HTMLElement, read: () => Json) {
  let shown: string[] = [];
  let from = 0;
  let painted = false;
  let marked: HTMLElement[] = [];
  let fading: ReturnType<typeof setTimeout> | undefined;
  const unmark = () => {
    for (const element of marked) element.className = '';
    marked = [];
  };

  const range = (total: number): [number, number] => {
    if (total <= MAX_WHOLE_LINES) return [0, total];
    const first = Math.max(0, Math.floor(box.scrollTop / LINE_HEIGHT) - OVERSCAN);
    const visible = Math.ceil(box.clientHeight / LINE_HEIGHT);
    return [first, Math.min(total, first + visible + 2 * OVERSCAN)];
  };

  return {
    paint() {
      const document = read();
      const total = countLines(document);
      const [first, end] = range(total);
      const lines = printLines(document, first, end);
      // A mark shows where an edit landed; scrolling and the first drawing are no edits.
      const marks = painted && first === from && lines.length === shown.length;
      unmark();
      for (let at = 0; at < lines.length; at++) {
        const line = end === total && at === lines.length - 1 ? lines[at]! : `${lines[at]!}\n`;
        if (line === shown[at] && text.children[at]) continue;
        const element = (text.children[at] ??
          text.appendChild(window.document.createElement('span'))) as HTMLElement;
        write(element, line);
        if (marks) marked.push(element);
        shown[at] = line;
      }
      for (const element of marked) element.className = 'changed';
      clearTimeout(fading);
      fading = setTimeout(unmark, MARK_MS);
      while (text.children.length > lines.length) text.lastElementChild!.remove();
      shown = shown.slice(0, lines.length);
      from = first;
      painted = true;
      text.style.paddingTop = `${first * LINE_HEIGHT}px`;
      text.style.paddingBottom = `${(total - end) * LINE_HEIGHT}px`;
    },
  };
}

function write(element: HTMLElement, line: string): void {
  const [, indent = '', first, colon, rest = ''] = LINE.exec(line) ?? [
    undefined,
    '',
    undefined,
    undefined,
    line,
  ];
  const parts: (Node | string)[] = [indent];
  if (first !== undefined) parts.push(word(colon ? 'key' : 'text', first));
  if (colon) parts.push(colon);
  if (rest !== '')
    parts.push(
      /^[{}[\],\s]*$/.test(rest) ? rest : word(rest.startsWith('"') ? 'text' : 'other', rest),
    );
  element.replaceChildren(...parts);
}

function word(kind: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
}
