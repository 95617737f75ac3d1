import { ownName } from '#src/client/base-path.ts';

/** The right to send and look up the attempts of a document. */
export interface AttemptLock {
  release(): void;
}

const nameOf = (document: string) => ownName(`ief-submit-${document}`);

/**
 * Locks the attempts of a document for this tab; undefined while another tab holds the lock. Pages over plain http on
 * other hosts have no Web Locks: there only the stored attempts keep tabs apart.
 */
export async function tryLock(document: string): Promise<AttemptLock | undefined> {
  if (!('locks' in navigator)) return { release() {} };
  return new Promise((resolve) => {
    navigator.locks
      .request(nameOf(document), { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((letGo) => resolve({ release: letGo }));
      })
      // Some browsers have locks but refuse them in frames: treat those as having none.
      .catch(() => resolve({ release() {} }));
  });
}

/** Calls back once no other tab holds the lock, unless aborted. */
export function onLockFree(document: string, signal: AbortSignal, callback: () => void): void {
  if (!('locks' in navigator)) return;
  navigator.locks
    .request(nameOf(document), { signal }, () => undefined)
    .then(callback)
    // Aborted.
    .catch(() => undefined);
}
