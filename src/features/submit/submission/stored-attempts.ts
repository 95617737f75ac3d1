import { isOpen, type Attempt } from '../attempt/attempt.ts';
import type { OwnDeployment } from '../attempt/own-deployments.ts';
import type { World } from './submission-deps.ts';

/** The stored attempts of a document, the one sent last first, without those of documents that were in its place before. */
export async function attemptsOf(document: string, world: World): Promise<readonly Attempt[]> {
  try {
    const all = await world.list();
    return all.filter((one) => one.document === document && one.isDismissed !== true);
  } catch {
    // No storage, hence no attempt in it.
    return [];
  }
}

/** The newest attempt that the person is not done with. */
export function newestOf(attempts: readonly Attempt[]): Attempt | undefined {
  return attempts.find(({ state }) => state !== 'settled');
}

/** A list of own deployments after an attempt has come further. */
export function ownWith(own: readonly OwnDeployment[], attempt: Attempt): readonly OwnDeployment[] {
  const { answer } = attempt;
  return answer === undefined
    ? own
    : [...own.filter(({ id }) => id !== answer.id), ...ownOf([attempt])];
}

/** The deployments that attempts created; those deleted since too, which a list read earlier may still have. */
export function ownOf(attempts: readonly Attempt[]): readonly OwnDeployment[] {
  return attempts.flatMap(({ state, place, answer }) =>
    state === 'created' && answer !== undefined ? [{ place, id: answer.id }] : [],
  );
}

/**
 * Puts the finished attempts of a document away, as a new document takes its place. Open ones stay in view. Resolves to
 * a function that brings them back.
 */
export async function putAway(document: string, world: World): Promise<() => Promise<void>> {
  const finished = (await attemptsOf(document, world)).filter((one) => !isOpen(one));
  const storeAll = async (isDismissed: boolean) => {
    await Promise.all(finished.map((one) => world.store({ ...one, isDismissed })));
    world.tell();
  };
  await storeAll(true);
  return () => storeAll(false);
}

/** Whether the deployment of an attempt still exists; `unclear` if nobody could be asked. */
export async function fateOf(
  attempt: Attempt,
  world: World,
  signal: AbortSignal,
): Promise<'exists' | 'gone' | 'unclear'> {
  try {
    return (await world.exists(attempt, signal)) ? 'exists' : 'gone';
  } catch {
    return 'unclear';
  }
}
