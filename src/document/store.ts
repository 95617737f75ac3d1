import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';

/** Edits of one path within this many milliseconds become one step of undo. */
const JOIN_MS = 1000;
/** Steps of undo that are kept; they share their parts, so a step costs little. */
const MAX_STEPS = 500;

interface Step {
  readonly document: Json;
  /** The place the edit after this document was made at: where undo leads the eye. */
  readonly path: Path | undefined;
}

/** What an edit says of itself. */
export interface EditNote {
  /** Where it was made, for undo and for joining keystrokes. */
  readonly path?: Path;
  /** True for typing: joins with edits of the same path made within a second. */
  readonly typing?: boolean;
}

/**
 * The document in hand, with undo. Documents are immutable: `edit` takes the next one whole, made by the
 * functions of edits.ts, and a comparison by identity tells what changed.
 */
export interface DocumentStore {
  get(): Json;
  /** Makes `next` the document, unless it is the present one; one step of undo. */
  edit(next: Json, note?: EditNote): void;
  /** Replaces everything and forgets the history: a restored draft, a new document. */
  reset(next: Json): void;
  /** Steps back; returns where that edit had been made, or undefined if there is nothing to undo. */
  undo(): Path | undefined;
  redo(): Path | undefined;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * A store that holds `initial`. `now` gives milliseconds and never runs backwards; passed in so that tests need not
 * wait.
 */
export function createDocumentStore(
  initial: Json,
  now: () => number = () => performance.now(),
): DocumentStore {
  let document = freeze(initial);
  let past: Step[] = [];
  let future: Step[] = [];
  let lastTyping: { key: string; at: number } | undefined;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const travel = (from: Step[], to: Step[]): Path | undefined => {
    const step = from.pop();
    if (step === undefined) return undefined;
    to.push({ document, path: step.path });
    document = step.document;
    lastTyping = undefined;
    tell();
    return step.path ?? [];
  };

  return {
    get: () => document,
    edit(next, { path, typing = false } = {}) {
      if (next === document) return;
      const key = typing && path ? JSON.stringify(path) : undefined;
      const at = now();
      const joins =
        key !== undefined &&
        lastTyping?.key === key &&
        at - lastTyping.at < JOIN_MS &&
        past.length > 0;
      if (!joins) past = [...past.slice(1 - MAX_STEPS), { document, path }];
      lastTyping = key === undefined ? undefined : { key, at };
      future = [];
      document = freeze(next);
      tell();
    },
    reset(next) {
      document = freeze(next);
      past = [];
      future = [];
      lastTyping = undefined;
      tell();
    },
    undo: () => travel(past, future),
    redo: () => travel(future, past),
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Outside production every document is frozen, so that a change in place, which would make remembered
 * verdicts lie, fails at once. Parts frozen before are not walked again.
 */
function freeze(value: Json): Json {
  if (import.meta.env?.PROD) return value;
  const open: Json[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    open.push(...(Object.values(next) as Json[]));
  }
  return value;
}
