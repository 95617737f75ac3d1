import { documentText } from '#src/document/document-text.ts';
import { changedLine } from '#src/document/line-paths.ts';
import { countLines, printLines } from '#src/document/lines.ts';
import type { Json } from '#src/json/value.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { numbersOf } from './line-elements.ts';
import { createLineList, LINE_HEIGHT, setStyle } from './line-list.ts';
import { countTextRows, lineAtRow } from './wrapped-rows.ts';

/** Up to this many lines the whole text is rendered (docs/sources.md, section 7). */
const MAX_WHOLE_LINES = 2000;
/** Rows rendered above and below the visible part of a longer text. */
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
  /** The letters that fit in a row, if long lines wrap. */
  readonly columns: number | undefined;
}

/** The rendered lines, the total number of lines, and the rows above and below. */
interface Range {
  readonly from: number;
  readonly end: number;
  readonly total: number;
  readonly above: number;
  readonly below: number;
}

/** Renders the text of a document into `pre`, and marks the lines that an edit changed. */
export function createPainter(viewport: () => Viewport, pre: HTMLElement, read: () => Json) {
  const list = createLineList(pre, () => viewport().width);
  let rendered: Range | undefined;
  let painted: Json;
  let marked: ReadonlySet<HTMLElement> = new Set();
  const mark = (elements: readonly HTMLElement[]) => {
    const next = new Set(elements);
    // Writing a class recalculates styles, even if the value is the same.
    for (const element of marked) if (!next.has(element)) element.className = '';
    for (const element of next) if (!marked.has(element)) element.className = 'changed';
    marked = next;
  };
  const unmark = createDebounce(MARK_MS, () => mark([]));
  /** Paints a key press, which changes one line; false for any other change. */
  const paintLine = (document: Json): boolean => {
    if (!rendered) return false;
    const { from, end, total } = rendered;
    // The line of a long text that wraps may need more rows, and then other lines are visible.
    if (end - from < total && viewport().columns !== undefined) return false;
    const line = changedLine(painted, document);
    if (line === undefined) return false;
    const isRendered = line >= from && line < end;
    mark(isRendered ? [list.showLine(line - from, printLines(document, line, line + 1)[0]!)] : []);
    unmark.schedule();
    return true;
  };

  return {
    paint() {
      const document = read();
      const isPainted = paintLine(document);
      painted = document;
      if (isPainted) return;
      const next = rangeOf(document, viewport());
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
      const isLong = next.end - next.from < next.total;
      const { columns } = viewport();
      // The lines of a long text get their height from their number of rows, so that any line can be found.
      if (isLong && columns !== undefined) list.fitRows(columns);
      pre.toggleAttribute('data-long', isLong);
      setData(pre, 'columns', isLong ? columns : undefined);
      setData(pre, 'from', next.from);
      setStyle(numbersOf(pre), 'paddingTop', `${next.above * LINE_HEIGHT}px`);
      // Wrapped lines have counters.
      setStyle(pre, 'counterReset', `line ${next.from}`);
      setStyle(pre, 'paddingTop', `${next.above * LINE_HEIGHT}px`);
      setStyle(pre, 'paddingBottom', `${next.below * LINE_HEIGHT}px`);
    },
  };
}

function rangeOf(document: Json, { top, height, columns }: Viewport): Range {
  const total = countLines(document);
  if (total <= MAX_WHOLE_LINES) return { from: 0, end: total, total, above: 0, below: 0 };
  const rows = columns === undefined ? total : countTextRows(document, columns);
  const count = Math.ceil(height / LINE_HEIGHT) + 2 * OVERSCAN;
  // An edit can make the text shorter than the scroll position, which the browser corrects after this.
  const last = Math.max(0, rows - count);
  const first = Math.min(last, Math.max(0, Math.floor(top / LINE_HEIGHT) - OVERSCAN));
  if (columns === undefined) {
    const end = Math.min(total, first + count);
    return { from: first, end, total, above: first, below: total - end };
  }
  const { line: from, row: above } = lineAtRow(document, columns, first);
  const after = lineAtRow(document, columns, first + count);
  return { from, end: after.line, total, above, below: rows - after.row };
}

function linesOf(document: Json, { from, end, total }: Range): readonly string[] {
  const isWhole = from === 0 && end === total;
  return isWhole ? documentText(document).split('\n') : printLines(document, from, end);
}

function setData({ dataset }: HTMLElement, name: string, value: number | undefined): void {
  if (value === undefined) delete dataset[name];
  else if (dataset[name] !== String(value)) dataset[name] = String(value);
}
