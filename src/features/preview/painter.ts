import { documentText } from '#src/document/document-text.ts';
import { countLines, printLines } from '#src/document/lines.ts';
import type { Json } from '#src/json/value.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { createLineList, LINE_HEIGHT, setStyle } from './line-list.ts';

/** Up to this many lines the whole text is rendered (docs/sources.md, section 7). */
const MAX_WHOLE_LINES = 2000;
/** Lines rendered above and below the visible part of a longer text. */
const OVERSCAN = 30;
/** A document that grew by more lines than this was replaced: its lines are not compared with the old ones. */
const MAX_GROWTH = 200;
/** How long changed lines stay marked, milliseconds. */
const MARK_MS = 1200;

/** The visible part of the text, pixels. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** The rendered lines, and the total number of lines. */
interface Range {
  readonly from: number;
  readonly end: number;
  readonly total: number;
}

/** Renders the text of a document into `pre`, and marks the lines that an edit changed. */
export function createPainter(viewport: () => Viewport, pre: HTMLElement, read: () => Json) {
  const list = createLineList(pre, () => viewport().width);
  let rendered: Range | undefined;
  let marked: readonly HTMLElement[] = [];
  const mark = (elements: readonly HTMLElement[]) => {
    for (const element of marked) element.className = '';
    for (const element of elements) element.className = 'changed';
    marked = elements;
  };
  const unmark = createDebounce(MARK_MS, () => mark([]));

  return {
    paint() {
      const document = read();
      const next = rangeOf(countLines(document), viewport());
      const isSimilar =
        rendered?.from === next.from && Math.abs(next.total - rendered.total) <= MAX_GROWTH;
      const before = isSimilar ? rendered : undefined;
      // After an edit, first change the end by as many lines as the text has grown, so that the lines below keep their elements.
      const end = before ? before.end + next.total - before.total : next.end;
      const changed = list.show(linesOf(document, { ...next, end }), next.from);
      if (end !== next.end) list.show(linesOf(document, next), next.from);
      // Scrolling and the first rendering do not mark anything.
      mark(before ? changed : []);
      if (before && changed.length > 0) unmark.schedule();
      rendered = next;
      // Lines of equal height can be found by their number, so a long text does not wrap.
      pre.toggleAttribute('data-long', next.end - next.from < next.total);
      setStyle(pre, 'paddingTop', `${next.from * LINE_HEIGHT}px`);
      setStyle(pre, 'paddingBottom', `${(next.total - next.end) * LINE_HEIGHT}px`);
    },
  };
}

function rangeOf(total: number, { top, height }: Viewport): Range {
  if (total <= MAX_WHOLE_LINES) return { from: 0, end: total, total };
  const count = Math.ceil(height / LINE_HEIGHT) + 2 * OVERSCAN;
  // An edit can make the text shorter than the scroll position, which the browser corrects after this.
  const last = Math.max(0, total - count);
  const from = Math.min(last, Math.max(0, Math.floor(top / LINE_HEIGHT) - OVERSCAN));
  return { from, end: Math.min(total, from + count), total };
}

function linesOf(document: Json, { from, end, total }: Range): readonly string[] {
  const isWhole = from === 0 && end === total;
  return isWhole ? documentText(document).split('\n') : printLines(document, from, end);
}
