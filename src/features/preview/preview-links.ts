import { linesOfPath, pathOfLine, type LineRange } from '#src/document/line-paths.ts';
import { countLines } from '#src/document/lines.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { changedPath } from '#src/ui/editing/history/changed-path.ts';
import { pathOfCell } from '#src/ui/editing/inputs/cell-name.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { elementOfLine, lineOfElement, showLine } from './line-elements.ts';

/** Larger values are marked only in part. */
const MAX_MARKED = 200;
/** The preview stays where the user scrolls it, at least this long. */
const SCROLL_REST_MS = 1500;

/** The preview follows an edit after a pause this long, so that it does not make key presses slower. */
export const FOLLOW_MS = 150;

/** The line or field that the preview and the form show together. */
export interface LinkedPlace {
  readonly path: Path;
  /** Counted from 0; undefined if the document does not have the value. */
  readonly line: number | undefined;
  /** True if it was chosen in the preview. */
  readonly isCursor: boolean;
}

interface Options {
  readonly scroller: HTMLElement;
  readonly editor: Pick<Editor, 'store' | 'inputs'>;
  /** Opens the field at a path. */
  readonly open: (path: Path) => void;
  readonly onPlace: (place: LinkedPlace | undefined) => void;
}

/**
 * Connects the preview with the form: it follows edits and the focus, and a click or Enter on a line opens its field.
 */
export function linkPreview({ scroller, editor, open, onPlace }: Options): () => void {
  const { store } = editor;
  const pre = scroller.querySelector('pre')!;
  const controller = new AbortController();
  const mark = createMarker(pre);
  const lastScroll = watchScrolling(scroller, controller.signal);
  let followed = store.get();
  let place: LinkedPlace | undefined;

  const setPlace = (next: LinkedPlace | undefined) => {
    if (!isSamePlace(place, next)) onPlace(next);
    place = next;
  };
  const show = (line: number) => {
    if (performance.now() - lastScroll() > SCROLL_REST_MS) showLine(scroller, pre, line);
  };
  const showPath = (path: Path) => {
    const range = linesOfPath(store.get(), path);
    if (range) show(range.from);
    mark(range);
    setPlace({ path, line: range?.from, isCursor: false });
  };
  const followEdit = createDebounce(FOLLOW_MS, () => {
    const next = store.get();
    const focused = focusedPath(editor);
    const path = changedPath(followed, next, focused ?? []);
    followed = next;
    if (focused) return showPath(focused);
    mark(undefined);
    const line = firstChange(next, path);
    if (line !== undefined) show(line);
  });
  const onFocus = () => {
    if (scroller.contains(document.activeElement)) return;
    const path = focusedPath(editor);
    if (path !== undefined) showPath(path);
    else if (document.activeElement?.closest('main')) {
      mark(undefined);
      setPlace(undefined);
    }
  };
  const choose = (line: number) => {
    const chosen = Math.min(Math.max(line, 0), countLines(store.get()) - 1);
    showLine(scroller, pre, chosen);
    // The rest of a long text is rendered by the scroll event.
    requestAnimationFrame(() => mark({ from: chosen, end: chosen + 1 }));
    setPlace({ path: pathOfLine(store.get(), chosen), line: chosen, isCursor: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && (event.key !== 'Enter' || place === undefined)) return;
    event.preventDefault();
    if (step !== undefined) choose((place?.line ?? 0) + (place?.isCursor ? step : 0));
    else if (place) open(place.path);
  };
  const onClick = ({ target }: MouseEvent) => {
    // The click ends a selection of text.
    if (document.getSelection()?.isCollapsed === false) return;
    const line = target instanceof Element ? lineOfElement(pre, target) : undefined;
    if (line !== undefined) open(pathOfLine(store.get(), line));
  };

  const { signal } = controller;
  const unsubscribe = store.subscribe(() => followEdit.schedule());
  scroller.addEventListener('click', onClick, { signal });
  scroller.addEventListener('keydown', onKeyDown, { signal });
  document.addEventListener('focusin', onFocus, { signal });
  onFocus();
  return () => {
    unsubscribe();
    followEdit.cancel();
    controller.abort();
    mark(undefined);
  };
}

/** The path of the focused control of the form. */
function focusedPath({ store, inputs }: Options['editor']): Path | undefined {
  const name = document.activeElement?.getAttribute('name');
  return name && inputs.names().includes(name) ? pathOfCell(store.get(), name) : undefined;
}

/** Returns a function that marks lines instead of the ones before. */
function createMarker(pre: Element) {
  let marked: readonly Element[] = [];
  return (range: LineRange | undefined) => {
    const next: Element[] = [];
    const end = range ? Math.min(range.end, range.from + MAX_MARKED) : 0;
    for (let line = range?.from ?? 0; line < end; line++) {
      const element = elementOfLine(pre, line);
      if (element) next.push(element);
    }
    for (const element of marked) if (!next.includes(element)) element.removeAttribute('data-mark');
    for (const element of next) element.setAttribute('data-mark', '');
    marked = next;
  };
}

/** Returns the time at which the user last scrolled, as a time of performance.now(). */
function watchScrolling(scroller: HTMLElement, signal: AbortSignal): () => number {
  let last = -Infinity;
  const onScroll = () => {
    last = performance.now();
  };
  for (const type of ['wheel', 'touchmove', 'pointerdown'])
    scroller.addEventListener(type, onScroll, { signal, passive: true });
  return () => last;
}

function isSamePlace(one: LinkedPlace | undefined, other: LinkedPlace | undefined): boolean {
  return (
    one?.line === other?.line &&
    one?.isCursor === other?.isCursor &&
    one?.path.join('/') === other?.path.join('/')
  );
}

/** The first line of a change; undefined if the whole document was replaced. */
function firstChange(whole: Json, path: Path): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const range = linesOfPath(whole, path.slice(0, length));
    if (range) return range.from;
  }
  return undefined;
}
