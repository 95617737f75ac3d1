/** Why the browser does not store a document. `message` is the browser's own, in its language. */
export interface StorageProblem {
  readonly kind: 'refused' | 'full' | 'newer' | 'slow' | 'other';
  readonly message: string;
}

const kinds: Readonly<Record<string, StorageProblem['kind']>> = {
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  // Private windows of Firefox.
  InvalidStateError: 'refused',
  // A browser without IndexedDB.
  ReferenceError: 'refused',
  QuotaExceededError: 'full',
  // The database has been upgraded by a newer page.
  VersionError: 'newer',
  TimeoutError: 'slow',
};

/** Why the storage failed, from the error it threw. */
export function storageProblem(error: unknown): StorageProblem {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  return { kind: kinds[name] ?? 'other', message: message || name || String(error) };
}
