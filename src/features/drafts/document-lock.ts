import { ownName } from '#src/client/base-path.ts';

/** A lock on a document, so that only one tab at a time writes it. */
export interface DocumentLock {
  /** True if this tab may write. */
  readonly isOwner: boolean;
  /** Resolves when this tab becomes the owner; never if it already is, or releases the lock. */
  readonly becameOwner: Promise<void>;
  release(): void;
}

const LOCK_PREFIX = ownName('ief-builder document ');

/** The IDs of the documents that tabs have locked, including this tab; empty if the browser cannot tell. */
export async function lockedDocuments(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  try {
    const { held = [] } = await navigator.locks.query();
    const names = held.flatMap(({ name }) => (name?.startsWith(LOCK_PREFIX) ? [name] : []));
    return new Set(names.map((name) => name.slice(LOCK_PREFIX.length)));
  } catch {
    return new Set();
  }
}

/**
 * Locks the document `id` for this tab, or queues for the lock. Without Web Locks (pages over plain HTTP from other
 * hosts, or browsers that refuse them), it is always granted: there, tabs detect each other by the stored revisions
 * (draft-slot.ts).
 */
export async function lockDocument(id: string): Promise<DocumentLock> {
  if (!('locks' in navigator))
    return { isOwner: true, becameOwner: new Promise(() => {}), release() {} };
  const name = LOCK_PREFIX + id;
  const leaving = new AbortController();
  let releaseHeld = () => {};
  const held = new Promise<void>((resolve) => {
    releaseHeld = resolve;
  });
  const isOwner = await new Promise<boolean>((resolve) => {
    navigator.locks
      .request(name, { ifAvailable: true }, async (lock) => {
        resolve(lock !== null);
        if (lock !== null) await held;
      })
      // Some browsers refuse locks in frames.
      .catch(() => resolve(true));
  });
  const becameOwner = new Promise<void>((resolve) => {
    if (isOwner) return;
    navigator.locks
      .request(name, { signal: leaving.signal }, async () => {
        resolve();
        await held;
      })
      // Aborted.
      .catch(() => undefined);
  });
  return {
    isOwner,
    becameOwner,
    release() {
      leaving.abort();
      releaseHeld();
    },
  };
}
