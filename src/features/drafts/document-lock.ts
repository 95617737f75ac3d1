import { ownName } from '#src/client/base-path.ts';

/** A hold on a document, so that one tab at a time writes it. */
export interface DocumentLock {
  /** True if this tab may write. */
  readonly isOwner: boolean;
  /** Resolves when this tab becomes the owner; never, if it is one already or lets go. */
  readonly becameOwner: Promise<void>;
  release(): void;
}

/**
 * Takes the document `id` for this tab, or waits in line for it. Browsers without Web Locks (pages over
 * plain http on other hosts), or that refuse them, grant it always: there tabs find each other by the revisions of what is
 * stored (draft-keeper.ts).
 */
export async function lockDocument(id: string): Promise<DocumentLock> {
  if (!('locks' in navigator))
    return { isOwner: true, becameOwner: new Promise(() => {}), release() {} };
  const name = ownName(`ief-builder document ${id}`);
  const leaving = new AbortController();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const isOwner = await new Promise<boolean>((resolve) => {
    navigator.locks
      .request(name, { ifAvailable: true }, async (lock) => {
        resolve(lock !== null);
        if (lock !== null) await held;
      })
      // Refused, as some browsers do in frames.
      .catch(() => resolve(true));
  });
  const becameOwner = new Promise<void>((resolve) => {
    if (isOwner) return;
    navigator.locks
      .request(name, { signal: leaving.signal }, async () => {
        resolve();
        await held;
      })
      // Aborted: this tab no longer wants it.
      .catch(() => undefined);
  });
  return {
    isOwner,
    becameOwner,
    release() {
      leaving.abort();
      letGo();
    },
  };
}
