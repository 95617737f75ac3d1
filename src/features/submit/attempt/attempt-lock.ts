import { ownName } from '#src/client/base-path.ts';

/** A hold on the attempts of a document. */
export interface AttemptLock {
  release(): void;
}

const nameOf = (document: string) => ownName(`ief-submit-${document}`);

/**
 * Takes the attempts of a document for this tab, or undefined while another tab has one of them under way.
 * Pages over plain http on other hosts have no Web Locks: there only the stored attempts keep tabs apart.
 */
export async function tryLock(document: string): Promise<AttemptLock | undefined> {
  if (!('locks' in navigator)) return { release() {} };
  return new Promise((resolve) => {
    navigator.locks
      .request(nameOf(document), { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((letGo) => resolve({ release: letGo }));
      })
      // A browser that has locks and refuses them, as some do in frames, is like one that has none.
      .catch(() => resolve({ release() {} }));
  });
}

/** Calls back once no other tab has an attempt of the document under way; not after the signal. */
export function onceFree(document: string, signal: AbortSignal, run: () => void): void {
  if (!('locks' in navigator)) return;
  navigator.locks
    .request(nameOf(document), { signal }, () => undefined)
    .then(run)
    // Aborted: nobody waits any longer.
    .catch(() => undefined);
}
