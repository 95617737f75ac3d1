import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { createListeners } from './listeners.ts';

/** Edits of one path within this many milliseconds are one undo step. */
const JOIN_MS = 1000;
/** The length of the undo history. Steps share their parts, so a step costs little memory. */
const MAX_STEPS = 500;

/** Where the document of a step comes from, if its changes do not say it. */
export interface StepOrigin {
  readonly kind: 'imported-file' | 'imported-text' | 'started' | 'recovered';
  /** The name of the file, or the notation of the text. */
  readonly detail?: string;
}

/** A document of the history, and the edit between it and the current one. */
export interface Step {
  readonly document: Json;
  /** The path of the edit, which undo scrolls to. */
  readonly path: Path | undefined;
  /** When the edit was made, milliseconds since 1970. */
  readonly at: number;
  readonly origin?: StepOrigin | undefined;
}

/** The documents before and after the current one, the nearest of each last. */
export interface StoredSteps {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export interface EditNote {
  /** The edited path, for undo and for joining keystrokes. */
  readonly path?: Path;
  /** True for typing, which is joined with edits of the same path within a second. */
  readonly typing?: boolean;
  /** Consecutive edits of one session are one undo step, however long it takes. */
  readonly session?: string;
  readonly origin?: StepOrigin;
}

/**
 * The current document, with undo. Documents are immutable: `edit` takes a complete new document, created by
 * the functions of edits.ts. Identity comparison shows which parts changed.
 */
export interface DocumentStore {
  get(): Json;
  /** The keys that the document may have; any unless given. Edits do not add others. */
  readonly takes?: (key: string) => boolean;
  /** Makes `next` the document and adds an undo step, unless it is the current document. */
  edit(next: Json, note?: EditNote): void;
  /** Replaces the document and its history. The history is empty for a restored draft or a new document. */
  reset(next: Json, steps?: StoredSteps): void;
  /** The history. */
  steps(): StoredSteps;
  /** Returns the path of the undone edit, or undefined if there is nothing to undo. */
  undo(): Path | undefined;
  redo(): Path | undefined;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

const none: StoredSteps = { past: [], future: [] };

/**
 * `now` returns milliseconds and never runs backwards. Tests pass their own clock.
 */
export function createDocumentStore(
  initial: Json,
  now: () => number = () => performance.now(),
): DocumentStore {
  let document = freeze(initial);
  let steps: StoredSteps = none;
  let lastTyping: { key: string; at: number } | undefined;
  const { notify, subscribe } = createListeners();

  const reset = (next: Json, nextSteps = none) => {
    steps = nextSteps;
    document = freeze(next);
    lastTyping = undefined;
    notify();
  };

  return {
    get: () => document,
    edit(next, { path, typing = false, session, origin } = {}) {
      if (next === document) return;
      const key = session ?? (typing && path ? JSON.stringify(path) : undefined);
      const at = now();
      const { past } = steps;
      const joins =
        key !== undefined &&
        lastTyping?.key === key &&
        (session !== undefined || at - lastTyping.at < JOIN_MS) &&
        past.length > 0;
      const step: Step = { document, path, at: Date.now(), origin };
      steps = { past: joins ? past : [...past.slice(1 - MAX_STEPS), step], future: [] };
      lastTyping = key === undefined ? undefined : { key, at };
      document = freeze(next);
      notify();
    },
    reset,
    steps: () => steps,
    undo() {
      const { past, future } = steps;
      const step = past.at(-1);
      if (step === undefined) return undefined;
      const undone = { ...step, document };
      reset(step.document, { past: past.slice(0, -1), future: [...future, undone] });
      return step.path ?? [];
    },
    redo() {
      const { past, future } = steps;
      const step = future.at(-1);
      if (step === undefined) return undefined;
      const redone = { ...step, document };
      reset(step.document, { past: [...past, redone], future: future.slice(0, -1) });
      return step.path ?? [];
    },
    canUndo: () => steps.past.length > 0,
    canRedo: () => steps.future.length > 0,
    subscribe,
  };
}

/**
 * Freezes every document outside production, so that a change in place, which would invalidate cached check results, fails
 * at once. Parts that are already frozen are skipped.
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
