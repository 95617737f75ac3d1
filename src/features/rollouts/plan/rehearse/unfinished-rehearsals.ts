import { isClientError } from '#src/client/http/errors.ts';
import { sendRolloutAction } from '#src/client/rollouts/rollout-requests.ts';

/**
 * The rehearsals of this tab that may not have ended, such as one that stopped. They cost the server work and keep their
 * place in its store, so they are aborted once they are no longer looked at.
 */
const unfinished = new Set<string>();

export function rememberRehearsal(id: string): void {
  unfinished.add(id);
}

/** It has ended. */
export function forgetRehearsal(id: string): void {
  unfinished.delete(id);
}

/** Aborts a rehearsal that may not have ended. Never rejects: if it fails, the next rehearsal tries again. */
export async function abortRehearsal(id: string): Promise<void> {
  if (!unfinished.has(id)) return;
  try {
    await sendRolloutAction(id, 'abort', { headers: {} });
  } catch (error) {
    if (!hasEnded(error)) return;
  }
  unfinished.delete(id);
}

export async function abortUnfinished(): Promise<void> {
  await Promise.all([...unfinished].map(abortRehearsal));
}

/** True if an error says that there is nothing to abort any more. */
export function hasEnded(error: unknown): boolean {
  if (!isClientError(error) || error.kind !== 'http') return false;
  return error.status === 404 || error.code === 'BUILDER.rollout_state';
}
