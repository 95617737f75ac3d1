import { isClientError, isOutcomeUnknown } from '../http/errors.ts';
import type { Answer } from '../http/request.ts';
import type { AskAgain } from '../connection/ask-again.ts';
import type { NamedPlace } from '../session/place.ts';
import { sendPodAction, type PodAction } from './change-deployment.ts';
import { storeRequest } from './request-database.ts';
import { recordedError } from './request-error.ts';
import { newRequestKey, type SentRequest } from './sent-request.ts';

/** How a request ended. `unknown`: it may have taken effect. */
export type PodOutcome =
  { readonly kind: 'done' } | { readonly kind: 'notDone' | 'unknown'; readonly error: Error };

/** An instance of a deployment. */
export interface NamedPod {
  readonly deploymentId: string;
  readonly deploymentName: string;
  readonly podName: string;
}

/**
 * Restarts or deletes one instance, and records the request. Sends again only if the token was refused and the user
 * signed in; errors that are not of the request are thrown.
 */
export async function changePod(
  place: NamedPlace,
  action: PodAction,
  { deploymentId, deploymentName, podName }: NamedPod,
  { askAgain = (run) => run(), store = storeRequest }: PodActionOptions = {},
): Promise<PodOutcome> {
  const request: SentRequest = {
    version: 1,
    key: newRequestKey(),
    action: action === 'restart' ? 'restartPod' : 'deletePod',
    place,
    deploymentId,
    name: deploymentName,
    pods: [{ name: podName, outcome: 'unknown' }],
    body: '',
    sentAt: Date.now(),
    outcome: 'sent',
  };
  // A browser that stores nothing does not stop the action.
  const record = (change: Partial<SentRequest>) =>
    store({ ...request, ...change }).catch(() => undefined);
  await record({});
  try {
    const answer = await askAgain(() => sendPodAction(place, action, deploymentId, podName));
    await record({ ...done(podName), ...answerFacts(answer) });
    return { kind: 'done' };
  } catch (error) {
    if (!isClientError(error)) throw error;
    const kind = isOutcomeUnknown(error) ? 'unknown' : 'notDone';
    await record({
      ...recordedError(error),
      endedAt: Date.now(),
      outcome: kind,
      pods: [{ name: podName, outcome: kind }],
    });
    return { kind, error };
  }
}

interface PodActionOptions {
  readonly askAgain?: AskAgain | undefined;
  /** Records the request; rejects if the browser refuses. */
  readonly store?: ((request: SentRequest) => Promise<void>) | undefined;
}

function done(name: string) {
  return {
    endedAt: Date.now(),
    outcome: 'done',
    pods: [{ name, outcome: 'done' }],
  } satisfies Partial<SentRequest>;
}

/** The facts of a response that the record of its request keeps. */
export function answerFacts(answer: Answer | undefined): Pick<SentRequest, 'status' | 'requestId'> {
  const { status, requestId } = answer ?? {};
  return {
    ...(status !== undefined && { status }),
    ...(requestId !== undefined && { requestId }),
  };
}
