import { linesOfPath } from '#src/document/line-paths.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { elementOfLine } from './line-elements.ts';

/** More errors than this are marked only in part. */
const MAX_MARKED = 300;
/** Lines are marked this long after a check, so that typing does not wait for it, milliseconds. */
const MARK_DELAY_MS = 100;

/** Marks the lines of the errors that the form shows, until `signal` aborts. Returns a function that marks them again. */
export function markProblems(
  pre: Element,
  editor: Pick<Editor, 'store' | 'issues' | 'problemVisibility'>,
  signal: AbortSignal,
): () => void {
  const { store, issues, problemVisibility } = editor;
  let marked: readonly Element[] = [];
  const update = () => {
    const document = store.get();
    const next = new Set<Element>();
    for (const { severity, path, kind } of issues.all()) {
      if (severity !== 'error' || next.size >= MAX_MARKED) continue;
      if (!problemVisibility.isShown(document, path, kind === 'missing')) continue;
      const element = visibleLine(pre, lineOfProblem(document, path));
      if (element) next.add(element);
    }
    for (const element of marked) if (!next.has(element)) element.removeAttribute('data-problem');
    for (const element of next) element.setAttribute('data-problem', '');
    marked = [...next];
  };
  const later = createDebounce(MARK_DELAY_MS, update);
  const stops = [issues.subscribe(later.schedule), problemVisibility.subscribe(later.schedule)];
  signal.addEventListener('abort', () => {
    later.cancel();
    for (const stop of stops) stop();
  });
  later.schedule();
  return update;
}

/** The element of a line; if it is folded, that of the line with the note. */
function visibleLine(pre: Element, line: number): Element | undefined {
  let at = line;
  let element = elementOfLine(pre, at);
  while (at > 0 && element?.hasAttribute('data-hidden')) element = elementOfLine(pre, --at);
  return element;
}

/** The first line of the value with the problem, or of the value that lacks it. */
function lineOfProblem(document: Json, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const range = linesOfPath(document, path.slice(0, length));
    if (range) return range.from;
  }
  return 0;
}
