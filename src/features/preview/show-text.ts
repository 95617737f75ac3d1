import type { DocumentStore } from '#src/document/store.ts';
import { numbersOf } from './line-elements.ts';
import { GUTTER, LINE_HEIGHT } from './line-list.ts';
import { createPainter } from './painter.ts';
import { lineAtRow, rowsAbove } from './wrapped-rows.ts';

/** Shows the document's text in `lines` until the returned function is called. `scroller` is the pane around it. */
export function showText(
  scroller: HTMLElement,
  lines: HTMLElement,
  store: DocumentStore,
): () => void {
  // Measured on scroll and resize only: doing it on every key press would force a second layout.
  let letter: number | undefined;
  const measure = () => ({
    top: scroller.scrollTop,
    height: scroller.clientHeight,
    width: scroller.clientWidth,
    columns:
      scroller.dataset['wraps'] === 'true'
        ? Math.max(
            1,
            Math.floor((scroller.clientWidth - GUTTER) / (letter ??= measureLetter(lines))),
          )
        : undefined,
  });
  let viewport = measure();
  const painter = createPainter(
    () => viewport,
    lines,
    () => store.get(),
  );
  const onViewportChange = () => {
    viewport = measure();
    painter.paint();
  };
  // A long text keeps its first visible line when its rows change.
  const onRowsChange = () => {
    const { top, columns } = viewport;
    letter = undefined;
    viewport = measure();
    if (lines.hasAttribute('data-long') && columns !== viewport.columns) {
      const document = store.get();
      const row = Math.floor(top / LINE_HEIGHT);
      const { line } = columns ? lineAtRow(document, columns, row) : { line: row };
      const rows = viewport.columns ? rowsAbove(document, viewport.columns, line) : line;
      viewport = { ...viewport, top: rows * LINE_HEIGHT };
      painter.paint();
      scroller.scrollTop = viewport.top;
    } else painter.paint();
  };
  painter.paint();
  const unsubscribe = store.subscribe(painter.paint);
  scroller.addEventListener('scroll', onViewportChange, { passive: true });
  const observer = new ResizeObserver(onRowsChange);
  observer.observe(scroller);
  const wrapObserver = new MutationObserver(onRowsChange);
  wrapObserver.observe(scroller, { attributeFilter: ['data-wraps'] });
  return () => {
    unsubscribe();
    scroller.removeEventListener('scroll', onViewportChange);
    observer.disconnect();
    wrapObserver.disconnect();
    // The next painter, for example after StrictMode's second run, needs an empty element.
    lines.replaceChildren();
    numbersOf(lines).replaceChildren();
  };
}

/** The width of a letter in this element, pixels. */
function measureLetter(pre: HTMLElement): number {
  const sample = document.createElement('i');
  sample.style.cssText = 'position: absolute; visibility: hidden; font-style: normal';
  sample.textContent = '0'.repeat(100);
  pre.append(sample);
  const { width } = sample.getBoundingClientRect();
  sample.remove();
  return width / 100 || 1;
}
