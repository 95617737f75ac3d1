import { adopt } from '#src/document/adopt.ts';
import { documentSize } from '#src/document/document-size.ts';
import { createDocumentStore, type DocumentStore, type Step } from '#src/document/store.ts';
import { updateBodyOf, updateKeys } from '#src/domain/api/record-document.ts';
import { asObject, type Json, type JsonObject } from '#src/json/value.ts';

/** Of an update: it can take what others changed below its own edits. */
export interface UpdateStore extends DocumentStore {
  /**
   * Makes `next` the document, without an undo step. `merge` does the same to the documents of the history. Steps that
   * are too far away are forgotten if the document is large.
   */
  rebase(next: JsonObject, merge: (document: JsonObject) => JsonObject): void;
}

/** The most text of documents that is merged at once, bytes: it takes about a second. */
const MAX_REBASED = 4_000_000;

/**
 * The document of an update: the whole document of the deployment, so that every rule and view has its name and target.
 * Edits of what an update cannot change are dropped.
 */
export function createUpdateStore(initial: JsonObject): UpdateStore {
  const store = createDocumentStore(initial);
  const fixed = Object.entries(initial).filter(([key]) => !updateKeys.has(key));
  const isKept = (next: JsonObject) =>
    fixed.every(([key, value]) => next[key] === value) &&
    Object.keys(next).every((key) => updateKeys.has(key) || Object.hasOwn(initial, key));
  const fit = (next: Json): Json => {
    const body = asObject(next);
    return isKept(body) ? next : withFixed(fixed, body);
  };
  return {
    ...store,
    edit: (next, note) => store.edit(fit(next), note),
    reset: (next, steps) => store.reset(fit(next), steps),
    rebase(next, merge) {
      const { past, future } = store.steps();
      const count = Math.ceil(MAX_REBASED / documentSize(next));
      const document = adopt(store.get(), fit(next));
      // From the nearest to the farthest: neighbors share what is equal.
      const rebased = (steps: readonly Step[]) => {
        let near = document;
        const nearest = steps.slice(-count).toReversed();
        return nearest
          .map((step) => {
            near = adopt(near, fit(merge(asObject(step.document))));
            return { ...step, document: near };
          })
          .toReversed();
      };
      store.reset(document, { past: rebased(past), future: rebased(future) });
    },
  };
}

/** The same document with the keys of an update only: the store of its text. `live` is the object that it changes. */
export function sentStore(store: DocumentStore, live: () => Json): DocumentStore {
  let last: { document: Json; live: Json; body: Json } | undefined;
  const get = () => {
    const document = store.get();
    const now = live();
    if (last?.document !== document || last.live !== now)
      last = { document, live: now, body: updateBodyOf(document, now) };
    return last.body;
  };
  const toDocument = (next: Json) => {
    const fixed = Object.entries(asObject(store.get())).filter(([key]) => !updateKeys.has(key));
    return withFixed(fixed, asObject(next));
  };
  return {
    ...store,
    get,
    takes: (key) => updateKeys.has(key),
    edit: (next, note) => {
      if (next !== get()) store.edit(toDocument(next), note);
    },
    reset: (next) => store.reset(toDocument(next)),
  };
}

function withFixed(fixed: readonly (readonly [string, Json])[], next: JsonObject): JsonObject {
  const { description, deployment } = next;
  const entries = fixed.filter(([key]) => key !== 'name');
  const name = fixed.filter(([key]) => key === 'name');
  return {
    ...Object.fromEntries(name),
    ...(description !== undefined && { description }),
    ...Object.fromEntries(entries),
    ...(deployment !== undefined && { deployment }),
  };
}
