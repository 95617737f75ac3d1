import { isOpen, type Attempt } from '../attempt/attempt.ts';
import type { SubmissionDeps } from './submission-deps.ts';

/** The stored attempts of a document, newest first, without those of documents it replaced. */
export async function attemptsOf(
  document: string,
  deps: SubmissionDeps,
): Promise<readonly Attempt[]> {
  try {
    const all = await deps.listAttempts();
    return all.filter((attempt) => attempt.document === document && attempt.isDismissed !== true);
  } catch {
    // Without storage there are no stored attempts.
    return [];
  }
}

/**
 * Dismisses the finished attempts of a document because a new document replaces it; open ones stay visible. Resolves to a
 * function that restores them.
 */
export async function dismissFinished(
  document: string,
  deps: SubmissionDeps,
): Promise<() => Promise<void>> {
  const finished = (await attemptsOf(document, deps)).filter((attempt) => !isOpen(attempt));
  const storeAll = async (isDismissed: boolean) => {
    await Promise.all(finished.map((attempt) => deps.storeAttempt({ ...attempt, isDismissed })));
    deps.announceChange();
  };
  await storeAll(true);
  return () => storeAll(false);
}
