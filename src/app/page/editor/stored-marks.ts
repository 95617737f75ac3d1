import { ownName } from '#src/client/base-path.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import type { Marks, ProblemVisibility } from '#src/ui/editing/issues/problem-visibility.ts';

/** Prefix of the draft ID. In the session storage, because visited steps and fields belong to the tab. */
const STORED_AS = ownName('ief-builder.marks.');
const SAVE_DELAY_MS = 300;

/** The marks of a draft from before a reload of this tab; undefined if there are none or they are invalid. */
function readMarks(draftId: string): Marks | undefined {
  try {
    const marks: unknown = JSON.parse(sessionStorage.getItem(STORED_AS + draftId) ?? 'null');
    return isMarks(marks) ? marks : undefined;
  } catch {
    return undefined;
  }
}

/** Stores the marks of a draft when they change and when the page is closed. Returns a function that stops this. */
export function startStoringMarks(
  draftId: string,
  store: Pick<DocumentStore, 'get'>,
  problemVisibility: ProblemVisibility,
): () => void {
  const save = () => {
    saveLater.cancel();
    writeMarks(draftId, problemVisibility.marks(store.get()));
  };
  const saveLater = createDebounce(SAVE_DELAY_MS, save);
  const unsubscribe = problemVisibility.subscribe(saveLater.schedule);
  window.addEventListener('pagehide', save);
  return () => {
    unsubscribe();
    saveLater.cancel();
    window.removeEventListener('pagehide', save);
  };
}

function writeMarks(draftId: string, marks: Marks): void {
  try {
    const isEmpty = marks.sections.length + marks.fields.length === 0;
    if (isEmpty) sessionStorage.removeItem(STORED_AS + draftId);
    else sessionStorage.setItem(STORED_AS + draftId, JSON.stringify(marks));
  } catch {
    // Storage is full or refused: after a reload, no problems are marked.
  }
}

function isMarks(value: unknown): value is Marks {
  if (typeof value !== 'object' || value === null) return false;
  const { sections, fields } = value as Record<string, unknown>;
  return (
    Array.isArray(sections) &&
    sections.every((section) => typeof section === 'string') &&
    Array.isArray(fields) &&
    fields.every(isPath)
  );
}

function isPath(value: unknown): value is Path {
  return (
    Array.isArray(value) && value.every((key) => typeof key === 'string' || Number.isInteger(key))
  );
}

/** The stored marks of a draft, with the document that their paths refer to. */
export function restoredMarks(draftId: string, document: Json) {
  const marks = readMarks(draftId);
  return marks && { document, marks };
}
