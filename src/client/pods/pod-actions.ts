import type { AskAgain } from '../connection/ask-again.ts';
import { isClientError, isOutcomeUnknown } from '../http/errors.ts';
import { send } from '../http/request.ts';
import { withCurrentToken } from '../session/place.ts';
import type { Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

export type PodAction = 'restart' | 'delete';

/** How a request ended. `unknown`: it may have taken effect. */
export type PodOutcome =
  { readonly kind: 'done' } | { readonly kind: 'notDone' | 'unknown'; readonly error: Error };

/**
 * Restarts or deletes one instance. Sends again only if the token was refused and the user signed in; errors that are
 * not of the request are thrown.
 */
export async function changePod(
  session: Session,
  action: PodAction,
  deploymentId: string,
  podName: string,
  askAgain: AskAgain = (run) => run(),
): Promise<PodOutcome> {
  const pods = `${encodeURIComponent(deploymentId)}/pods/${encodeURIComponent(podName)}`;
  const sendOnce = () => {
    const { path, headers } = targetPath(withCurrentToken(session), 'v3', 'deployments');
    return action === 'restart'
      ? send(`${path}/${pods}/restart`, { method: 'POST', headers })
      : send(`${path}/${pods}`, { method: 'DELETE', headers });
  };
  try {
    await askAgain(sendOnce);
    return { kind: 'done' };
  } catch (error) {
    if (!isClientError(error)) throw error;
    // The service answers with a text that nobody reads.
    if (error.kind === 'contract') return { kind: 'done' };
    return { kind: isOutcomeUnknown(error) ? 'unknown' : 'notDone', error };
  }
}
