import { listOf, rowsInside } from '#src/ui/focus/focus-row.ts';

/** Pixels that the pointer moves before a press becomes a drag. */
const THRESHOLD = 4;
/** Pixels at the edge of a scroll container in which it scrolls, and the pixels per millisecond. */
const EDGE = 48;
const SPEED = 0.9;
/** The longest frame that counts, milliseconds: after a longer one the list must not jump. */
const MAX_FRAME = 100;

/** The place where a row would be dropped: before or after another row. */
interface Place {
  readonly row: HTMLElement;
  readonly side: 'before' | 'after';
}

/**
 * Lets the user drag the row around `handle` until the pointer is released. `move` gets the indexes of the row before
 * and after. Escape cancels. Rows that scroll into a windowed list meanwhile are places too.
 */
export function dragRow(
  handle: HTMLElement,
  { clientY: startY, pointerId }: Pick<PointerEvent, 'clientY' | 'pointerId'>,
  move: (from: number, to: number) => void,
): void {
  const list = listOf(handle);
  const dragged = handle.closest<HTMLElement>('[data-row]');
  if (!list || dragged === null) return;
  const from = indexOf(dragged);
  const controller = new AbortController();
  const { signal } = controller;
  let place: Place | undefined;
  let y = startY;
  let isDragging = false;
  let lastFrame = performance.now();

  const mark = (next: Place | undefined) => {
    if (place) delete place.row.dataset.drop;
    if (next) next.row.dataset.drop = next.side;
    place = next;
  };
  const start = () => {
    isDragging = true;
    dragged.dataset.dragged = '';
    // A windowed list keeps the row with the focus, and Alt+Up and Alt+Down continue from here.
    dragged.querySelector<HTMLElement>('[data-action]')?.focus({ preventScroll: true });
    requestAnimationFrame(scrollAtEdges);
  };
  const scrollAtEdges = () => {
    if (signal.aborted) return;
    const now = performance.now();
    const step = Math.min(now - lastFrame, MAX_FRAME) * SPEED;
    lastFrame = now;
    for (const { scroller, top, bottom } of scrollersOf(list)) {
      if (y < top + EDGE) scroller.scrollBy(0, -step);
      else if (y > bottom - EDGE) scroller.scrollBy(0, step);
    }
    mark(placeAt(list, dragged, y));
    requestAnimationFrame(scrollAtEdges);
  };
  const end = (drops: boolean) => {
    controller.abort();
    const target = place;
    mark(undefined);
    delete dragged.dataset.dragged;
    if (!drops || !isDragging || target === undefined) return;
    const before = indexOf(target.row) + (target.side === 'after' ? 1 : 0);
    const to = before > from ? before - 1 : before;
    if (to !== from) move(from, to);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    // The pointer was released before this code was loaded.
    if (event.buttons === 0) return end(false);
    y = event.clientY;
    if (!isDragging && Math.abs(y - startY) >= THRESHOLD) start();
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', (event) => end(event.pointerId === pointerId), { signal });
  window.addEventListener('pointercancel', () => end(false), { signal });
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(false);
  };
  window.addEventListener('keydown', onKey, { signal, capture: true });
}

function indexOf(row: HTMLElement): number {
  return Number(row.dataset.row);
}

/** The place nearest to a height, without the two that would not move the row. */
function placeAt(list: Element, dragged: HTMLElement, y: number): Place | undefined {
  const rows = rowsInside(list).filter((row) => row instanceof HTMLElement);
  const next = rows.find((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  const last = rows.at(-1);
  const place: Place | undefined = next
    ? { row: next, side: 'before' }
    : last && { row: last, side: 'after' };
  if (place === undefined) return undefined;
  const gap = indexOf(place.row) + (place.side === 'after' ? 1 : 0);
  const from = indexOf(dragged);
  return gap === from || gap === from + 1 ? undefined : place;
}

/** The scroll containers of a list with the part of them that is in the window. */
function scrollersOf(list: Element): { scroller: Element; top: number; bottom: number }[] {
  const inner = list.querySelector('[role="list"]');
  const page = document.scrollingElement;
  const own = inner?.getBoundingClientRect();
  return [
    ...(inner && own
      ? [{ scroller: inner, top: Math.max(own.top, 0), bottom: Math.min(own.bottom, innerHeight) }]
      : []),
    ...(page ? [{ scroller: page, top: 0, bottom: innerHeight }] : []),
  ];
}
