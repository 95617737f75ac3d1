import type { PackedHistory } from '#src/document/history/packed-history.ts';
import { packHistory } from '#src/document/history/pack-history.ts';
import { stepsOf, timelineOf, type Timeline } from '#src/document/history/timeline.ts';
import { unpackHistory } from '#src/document/history/unpack-history.ts';
import type { DocumentStore } from '#src/document/store.ts';
import type { Json } from '#src/json/value.ts';
import { whenIdle } from '#src/ui/parts/when-idle.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { readHistory, writeHistory } from './history-database.ts';

/** A stored history has at most so many documents beside the current one, and characters of their changed parts. */
const LIMITS = { steps: 200, characters: 500_000 };
/** The history of a larger document is not stored. */
const MAX_TEXT = 2_000_000;
/** The history is stored so long after the last change, milliseconds, once the page is idle. */
const SAVE_AFTER_MS = 1000;

/** Which stored history is restored: one that ends with the opened document, any, or none. */
type Restores = 'ifSame' | 'always' | 'never';

/** Documents whose earlier history has been read, for a part of the page that starts again. */
const restored = new WeakSet<object>();

/**
 * Restores the history of the draft in a store, and stores it while it changes, until the returned function is called or
 * the store gets another draft. Nothing here blocks the draft: without a history, undo starts where it was opened.
 */
export function keepHistory(
  id: string,
  store: DocumentStore,
  openedAt: number,
  restores: Restores = 'always',
): () => void {
  let isStopped = false;
  let isReady = false;
  let latest = snapshotOf(store);
  // Edits that were made before this part had loaded are not stored yet.
  let saved: Snapshot | undefined;
  let cancelIdle: (() => void) | undefined;

  const pack = () =>
    !isReady || latest === saved || isEmpty(latest)
      ? undefined
      : packHistory(timelineOf(latest), LIMITS);
  const write = (packed: PackedHistory | undefined) => {
    if (packed === undefined) return;
    saved = latest;
    if (packed.text.length > MAX_TEXT) return;
    // If the browser refuses, the history lasts as long as the page.
    writeHistory(id, JSON.stringify(packed)).catch(() => undefined);
  };
  const save = () => {
    later.cancel();
    cancelIdle?.();
    write(pack());
  };
  /** Packing and writing a large history take a task each. */
  const saveInTasks = () => {
    const packed = pack();
    const snapshot = latest;
    void nextTask().then(() => {
      // A later edit is saved with its own history; a page that was left has saved this one already.
      if (snapshot === latest && snapshot !== saved) write(packed);
    });
  };
  const later = createDebounce(SAVE_AFTER_MS, () => (cancelIdle = whenIdle(saveInTasks)));
  const onHide = () => {
    if (document.visibilityState === 'hidden') save();
  };
  const stop = () => {
    if (isStopped) return;
    isStopped = true;
    unsubscribe();
    window.removeEventListener('pagehide', save);
    document.removeEventListener('visibilitychange', onHide);
    save();
  };
  const unsubscribe = store.subscribe(() => {
    const next = snapshotOf(store);
    // Only another draft has no history after a change.
    if (isEmpty(next)) return stop();
    latest = next;
    later.schedule();
  });
  window.addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', onHide);
  void restore(id, store, { openedAt, restores, isStopped: () => isStopped }).then(() => {
    isReady = true;
    later.schedule();
  });
  return stop;
}

type Snapshot = Pick<DocumentStore, 'get' | 'steps'>;

/** The document and its history as they are now, taken on every key press. */
function snapshotOf(store: DocumentStore): Snapshot {
  const document = store.get();
  const steps = store.steps();
  return { get: () => document, steps: () => steps };
}

function isEmpty({ steps }: Snapshot): boolean {
  const { past, future } = steps();
  return past.length + future.length === 0;
}

async function restore(
  id: string,
  store: DocumentStore,
  {
    openedAt,
    restores,
    isStopped,
  }: { openedAt: number; restores: Restores; isStopped: () => boolean },
): Promise<void> {
  const wasRestored = timelineOf(store).entries.some(({ document }) => isIn(restored, document));
  if (wasRestored) return;
  // Also opens the database, which would take too long when the page is closed.
  const text = await readHistory(id).catch(() => undefined);
  if (isStopped() || restores === 'never') return;
  // The user may have edited meanwhile.
  const own = timelineOf(store);
  const opened = own.entries[0]!.document;
  const stored = text === undefined ? undefined : unpackHistory(parse(text), opened, openedAt);
  // Otherwise the opened document is a step of its own.
  const isSame = stored?.entries[stored.position]?.edit?.at !== openedAt;
  if (restores === 'ifSame' && !isSame) return;
  const entries = stored?.entries ?? [];
  for (const document of [opened, ...entries.map((entry) => entry.document)])
    if (isObject(document)) restored.add(document);
  if (stored !== undefined) store.reset(store.get(), stepsOf(joinTimelines(stored, own)));
}

/** The stored history, followed by the edits of this page. */
function joinTimelines(stored: Timeline, own: Timeline): Timeline {
  if (own.entries.length === 1) return stored;
  const before = stored.entries.slice(0, stored.position + 1);
  return {
    entries: [...before, ...own.entries.slice(1)],
    position: stored.position + own.position,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isIn(set: WeakSet<object>, document: Json): boolean {
  return isObject(document) && set.has(document);
}

function isObject(document: Json): document is Json & object {
  return typeof document === 'object' && document !== null;
}
