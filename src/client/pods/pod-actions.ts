import { isClientError, isOutcomeUnknown } from '../http/errors.ts';
import { send } from '../http/request.ts';
import { withCurrentToken } from '../session/place.ts';
import type { Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

export type PodAction = 'restart' | 'delete';

/** How a request ended. `unknown`: it may have taken effect. */
export type PodOutcome =
  { readonly kind: 'done' } | { readonly kind: 'notDone' | 'unknown'; readonly error: Error };

/** Restarts or deletes one instance. Never sends twice; errors that are not of the request are thrown. */
export async function changePod(
  session: Session,
  action: PodAction,
  deploymentId: string,
  podName: string,
): Promise<PodOutcome> {
  const { path, headers } = targetPath(withCurrentToken(session), 'v3', 'deployments');
  const pod = `${path}/${encodeURIComponent(deploymentId)}/pods/${encodeURIComponent(podName)}`;
  try {
    await (action === 'restart'
      ? send(`${pod}/restart`, { method: 'POST', headers })
      : send(pod, { method: 'DELETE', headers }));
    return { kind: 'done' };
  } catch (error) {
    if (!isClientError(error)) throw error;
    // The service answers with a text that nobody reads.
    if (error.kind === 'contract') return { kind: 'done' };
    return { kind: isOutcomeUnknown(error) ? 'unknown' : 'notDone', error };
  }
}
