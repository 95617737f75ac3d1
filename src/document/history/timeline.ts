import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { DocumentStore, Step, StoredSteps } from '../store.ts';

/** One document of a history. */
export interface TimelineEntry {
  readonly document: Json;
  /** The edit that led to it; undefined for the first one. */
  readonly edit: Pick<Step, 'path' | 'at' | 'origin'> | undefined;
}

/** A history as a line, from the oldest document to the newest. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** The index of the current document. */
  readonly position: number;
}

/** The history of a store as a line. */
export function timelineOf(store: Pick<DocumentStore, 'get' | 'steps'>): Timeline {
  const { past, future } = store.steps();
  const later = future.toReversed();
  const documents = [...past, { document: store.get() }, ...later].map(({ document }) => document);
  const edits = [undefined, ...past, ...later];
  const entries = documents.map((document, index) => {
    const edit = edits[index];
    return { document, edit: edit && { path: edit.path, at: edit.at, origin: edit.origin } };
  });
  return { entries, position: past.length };
}

/** The same history as the store keeps it. */
export function stepsOf({ entries, position }: Timeline): StoredSteps {
  const step = (from: number, edit: number): Step => ({
    document: entries[from]!.document,
    path: entries[edit]!.edit?.path,
    at: entries[edit]!.edit?.at ?? 0,
    origin: entries[edit]!.edit?.origin,
  });
  const past = Array.from({ length: position }, (_, index) => step(index, index + 1));
  const future = Array.from({ length: entries.length - 1 - position }, (_, index) => {
    const from = entries.length - 1 - index;
    return step(from, from);
  });
  return { past, future };
}

/**
 * Makes another document of the history the current one, at once. Returns the path of the edit, which is empty if there
 * were several; undefined if there is nothing to do.
 */
export function jumpTo(store: DocumentStore, position: number): Path | undefined {
  const timeline = timelineOf(store);
  const { entries, position: before } = timeline;
  const target = entries[position];
  if (target === undefined || position === before) return undefined;
  store.reset(target.document, stepsOf({ entries, position }));
  if (Math.abs(position - before) > 1) return [];
  return entries[Math.max(position, before)]!.edit?.path ?? [];
}
