import { ownName } from '#src/client/base-path.ts';

/** Allows this tab to send and look up the attempts of a document. */
export interface AttemptLock {
  release(): void;
}

const nameOf = (document: string) => ownName(`ief-submit-${document}`);

/**
 * Locks the attempts of a document for this tab; undefined while another tab holds the lock. Pages served over http
 * from other hosts have no Web Locks: there, only the stored attempts keep tabs from sending twice.
 */
export async function tryLock(document: string): Promise<AttemptLock | undefined> {
  if (!('locks' in navigator)) return { release() {} };
  return new Promise((resolve) => {
    navigator.locks
      .request(nameOf(document), { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => resolve({ release }));
      })
      // Some browsers refuse locks in frames: continue without a lock there.
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
