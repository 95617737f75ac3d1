import { countLines, createPrinter } from '#src/document/lines.ts';
import type { Json } from '#src/json/value.ts';
import { createPause } from '#src/ui/editing/pause.ts';
import { createLineList, LINE_HEIGHT, setStyle } from './line-list.ts';

/** Up to this many lines the text stands in the page whole (docs/sources.md, section 7). */
const MAX_WHOLE_LINES = 2000;
/** Lines drawn above and below the visible part of a long text. */
const OVERSCAN = 30;

/** How long the lines of the last edit stay marked, milliseconds. Switched, not faded: a fade would paint at every frame. */
const MARK_MS = 1200;

/** The part of a text that is in view, pixels. */
export interface View {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** Writes the lines of a document into `text`, touching only those that differ from what stands there. */
export function createPainter(view: () => View, text: HTMLElement, read: () => Json) {
  const print = createPrinter();
  const list = createLineList(text, () => view().width);
  /** The first line that is drawn, and how many there are in all; undefined before the first time. */
  let drawn: { readonly from: number; readonly total: number } | undefined;
  let marked: ReadonlySet<HTMLElement> = new Set();
  const mark = (elements: readonly HTMLElement[]) => {
    const next = new Set(elements);
    for (const element of marked) if (!next.has(element)) element.className = '';
    for (const element of next) if (!marked.has(element)) element.className = 'changed';
    marked = next;
  };
  const pause = createPause(MARK_MS, () => mark([]));

  const range = (total: number): [number, number] => {
    if (total <= MAX_WHOLE_LINES) return [0, total];
    const { top, height } = view();
    const first = Math.max(0, Math.floor(top / LINE_HEIGHT) - OVERSCAN);
    const visible = Math.ceil(height / LINE_HEIGHT);
    return [first, Math.min(total, first + visible + 2 * OVERSCAN)];
  };

  return {
    paint() {
      const document = read();
      const total = countLines(document);
      const [from, end] = range(total);
      // A mark shows where an edit landed; scrolling and the first drawing are no edits.
      const isEdit = drawn?.from === from;
      const grown = drawn?.from === from ? total - drawn.total : 0;
      const changed = list.show(print(document, from, end), grown);
      mark(isEdit ? changed : []);
      if (isEdit && changed.length > 0) pause.begin();
      drawn = { from, total };
      setStyle(text, 'paddingTop', `${from * LINE_HEIGHT}px`);
      setStyle(text, 'paddingBottom', `${(total - end) * LINE_HEIGHT}px`);
    },
  };
}
