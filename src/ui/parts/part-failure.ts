/** Why a part of the page is missing: its code could not be loaded, or it threw while rendering. */
export type PartFailure = 'load' | 'render';

const loadErrors = new WeakSet<Error>();

/** Marks an error as a failure to load code: no network, no server, or a newer build replaced the file. */
export function asLoadError(cause: unknown): Error {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  loadErrors.add(error);
  return error;
}

export function failureOf(error: unknown): PartFailure {
  return error instanceof Error && loadErrors.has(error) ? 'load' : 'render';
}
