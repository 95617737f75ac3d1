import { linesOfPath, pathOfLine, type LineRange } from '#src/document/line-paths.ts';
import { countLines } from '#src/document/lines.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { changedPath } from '#src/ui/editing/history/changed-path.ts';
import { pathOfCell } from '#src/ui/editing/inputs/cell-name.ts';
import { afterPaint } from '#src/ui/timing/after-paint.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { elementOfLine, lineOfElement, showLine } from './line-elements.ts';
import { GUTTER } from './line-list.ts';
import { createPreviewFolds } from './preview-folds.ts';
import { markProblems } from './problem-lines.ts';

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
  readonly isFolded?: boolean;
}

interface Options {
  readonly scroller: HTMLElement;
  readonly editor: Pick<Editor, 'store' | 'inputs' | 'issues' | 'problemVisibility'>;
  /** The note after the first line of a folded value. */
  readonly foldWord: (name: string, lines: number) => string;
  /** Opens the field at a path. */
  readonly open: (path: Path) => void;
  readonly onPlace: (place: LinkedPlace | undefined) => void;
}

/** The preview and the form, connected. */
export interface LinkedPreview {
  /** Folds everything beside the focused value, or unfolds everything. */
  foldRest(folds: boolean): void;
  stop(): void;
}

/**
 * Connects the preview with the form: it follows edits and the focus, and a click or Enter on a line opens its field.
 */
export function linkPreview(options: Options): LinkedPreview {
  const { scroller, editor, open } = options;
  const { store } = editor;
  const pre = scroller.querySelector('pre')!;
  const controller = new AbortController();
  const { signal } = controller;
  const remarkProblems = markProblems(pre, editor, signal);
  const places = createPlaces(options, pre, signal, remarkProblems);
  let followed = store.get();

  const followEdit = createDebounce(FOLLOW_MS, () => {
    const next = store.get();
    const focused = focusedPath(editor);
    const path = changedPath(followed, next, focused ?? []);
    followed = next;
    if (focused) places.showFocus(focused);
    else places.showChange(path);
  });
  const followFocus = () => {
    if (scroller.contains(document.activeElement)) return;
    const path = focusedPath(editor);
    if (path !== undefined) places.showFocus(path);
    else if (document.activeElement?.closest('main')) places.clear();
  };
  let cancelFollowing: () => void = () => undefined;
  /** Waits for the frame of the click, because the layout of the preview would delay it. */
  const onFocus = () => {
    cancelFollowing();
    cancelFollowing = afterPaint(followFocus);
  };
  const onKeyDown = keysOfPreview({
    ...places,
    last: () => countLines(store.get()) - 1,
    isHidden: (line) => elementOfLine(pre, line)?.hasAttribute('data-hidden') ?? false,
    open,
  });
  const onClick = (event: MouseEvent) => {
    // The click ends a selection of text.
    if (document.getSelection()?.isCollapsed === false) return;
    const { target } = event;
    const line = target instanceof Element ? lineOfElement(pre, target) : undefined;
    if (line === undefined) return;
    if (isFoldClick(event, scroller, elementOfLine(pre, line))) places.toggle(line);
    else open(pathOfLine(store.get(), line));
  };
  /** Scrolling a long text gives its elements other lines. */
  const onScroll = () => {
    if (!pre.hasAttribute('data-long')) return;
    places.markAgain();
    remarkProblems();
  };

  const unsubscribe = store.subscribe(() => followEdit.schedule());
  scroller.addEventListener('click', onClick, { signal });
  scroller.addEventListener('keydown', onKeyDown, { signal });
  scroller.addEventListener('scroll', onScroll, { signal, passive: true });
  document.addEventListener('focusin', onFocus, { signal });
  followFocus();
  return {
    foldRest: places.foldRest,
    stop() {
      unsubscribe();
      followEdit.cancel();
      cancelFollowing();
      controller.abort();
      places.clear();
    },
  };
}

/** Keeps the place that the preview shows: marks it, scrolls to it, and folds around it. */
function createPlaces(
  { scroller, editor, onPlace, foldWord }: Options,
  pre: Element,
  signal: AbortSignal,
  onFold: () => void,
) {
  const { store } = editor;
  const { mark, markAgain } = createMarker(pre);
  const lastScroll = watchScrolling(scroller, signal);
  const folds = createPreviewFolds(pre, editor, foldWord, onFold);
  let place: LinkedPlace | undefined;
  const setPlace = (next: LinkedPlace | undefined) => {
    if (!isSamePlace(place, next)) onPlace(next);
    place = next;
  };
  const show = (line: number) => {
    if (performance.now() - lastScroll() > SCROLL_REST_MS)
      showLine(scroller, pre, line, store.get());
  };
  const choose = (line: number) => {
    showLine(scroller, pre, line, store.get());
    // The rest of a long text is rendered by the scroll event.
    requestAnimationFrame(() => mark({ from: line, end: line + 1 }));
    const isFolded = elementOfLine(pre, line)?.hasAttribute('data-fold') ?? false;
    setPlace({ path: pathOfLine(store.get(), line), line, isCursor: true, isFolded });
  };
  return {
    markAgain,
    choose,
    place: () => place,
    foldRest: folds.foldRest,
    /** Folds or unfolds the value at a line, and chooses its first line. */
    toggle(line: number, isFolded?: boolean) {
      const path = folds.toggle(line, isFolded);
      const range = path && linesOfPath(store.get(), path);
      if (range) choose(range.from);
    },
    showFocus(path: Path) {
      folds.update(path);
      const range = linesOfPath(store.get(), path);
      if (range) show(range.from);
      mark(range);
      setPlace({ path, line: range?.from, isCursor: false });
    },
    showChange(path: Path) {
      folds.update(path.length > 0 ? path : undefined);
      mark(undefined);
      const line = firstChange(store.get(), path);
      if (line !== undefined) show(line);
    },
    clear() {
      mark(undefined);
      setPlace(undefined);
    },
  };
}

interface KeyTargets {
  readonly place: () => LinkedPlace | undefined;
  readonly last: () => number;
  readonly isHidden: (line: number) => boolean;
  readonly choose: (line: number) => void;
  readonly toggle: (line: number, folds: boolean) => void;
  readonly open: (path: Path) => void;
}

/** Up and Down choose a line, Left and Right fold and unfold it, Enter opens its field. */
function keysOfPreview({ place, last, isHidden, choose, toggle, open }: KeyTargets) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const now = place();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      let next = (now?.line ?? 0) + (now?.isCursor ? step : 0);
      while (next > 0 && next < last() && isHidden(next)) next += step;
      choose(Math.min(Math.max(next, 0), last()));
      return;
    }
    if (now === undefined) return;
    if (event.key === 'Enter') open(now.path);
    else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && now.line !== undefined)
      toggle(now.line, event.key === 'ArrowLeft');
    else return;
    event.preventDefault();
  };
}

/** True for a click on a folded line, or beside the number of a line that opens a value. */
function isFoldClick({ detail, clientX }: MouseEvent, scroller: Element, line?: Element): boolean {
  if (line === undefined || detail === 0) return false;
  if (line.hasAttribute('data-fold')) return true;
  const isInGutter = clientX < scroller.getBoundingClientRect().left + GUTTER;
  return isInGutter && line.hasAttribute('data-opens');
}

/** The path of the focused control of the form. */
function focusedPath({ store, inputs }: Options['editor']): Path | undefined {
  const name = document.activeElement?.getAttribute('name');
  return name && inputs.names().includes(name) ? pathOfCell(store.get(), name) : undefined;
}

/** Marks lines instead of the ones before. */
function createMarker(pre: Element) {
  let marked: readonly Element[] = [];
  let last: LineRange | undefined;
  const mark = (range: LineRange | undefined) => {
    last = range;
    const next: Element[] = [];
    const end = range ? Math.min(range.end, range.from + MAX_MARKED) : 0;
    for (let line = range?.from ?? 0; line < end; line++) {
      const element = elementOfLine(pre, line);
      if (element) next.push(element);
    }
    for (const element of marked) if (!next.includes(element)) element.removeAttribute('data-mark');
    // Setting an attribute recalculates styles, even if it is set.
    for (const element of next)
      if (!marked.includes(element)) element.setAttribute('data-mark', '');
    marked = next;
  };
  return { mark, markAgain: () => mark(last) };
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
    one?.isFolded === other?.isFolded &&
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
