import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askAgainAt } from '#src/client/connection/ask-again.ts';
import { useConnection } from '#src/client/connection/connection.ts';
import { rememberBaseline } from '#src/client/pods/baselines.ts';
import { podsKey, type PodRecord } from '#src/client/pods/pods.ts';
import type { PodAction } from '#src/client/requests/change-deployment.ts';
import { changePod, type PodOutcome } from '#src/client/requests/pod-actions.ts';
import type { NamedDeployment } from '#src/client/queries/deployments.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';

/** An action on an instance that the user has asked for. */
export interface PodQuestion {
  readonly action: PodAction;
  readonly pod: PodRecord;
}

/** An action that was confirmed; without an outcome while its request is being sent. */
export interface PodRequest extends PodQuestion {
  readonly outcome?: PodOutcome;
}

/**
 * Actions on the instances, each after a confirmation. Only one at a time, because the progress of the deployment is
 * judged from the last one. Its result stays until it is dismissed or the next action is sent.
 */
export function usePodAction(
  { id: deploymentId, name: deploymentName }: NamedDeployment,
  pods: readonly PodRecord[],
) {
  const session = useSession();
  const { targetState, requestSignIn } = useConnection();
  const client = useQueryClient();
  const [question, setQuestion] = useState<PodQuestion>();
  const [request, setRequest] = useState<PodRequest>();
  const isSending = request !== undefined && request.outcome === undefined;
  const confirm = async () => {
    const target = knownTarget(targetState);
    if (question === undefined || isSending || target === undefined) return;
    const { action, pod } = question;
    setQuestion(undefined);
    setRequest({ action, pod });
    const place = placeOf(target, session);
    const named = { deploymentId, deploymentName, podName: pod.name };
    const askAgain = askAgainAt(place, requestSignIn);
    const outcome = await changePod(place, action, named, { askAgain }).catch((error: unknown) => {
      // Otherwise no other action could follow.
      setRequest(undefined);
      throw error;
    });
    // Taken from the instances before the request, to distinguish the new start from the old one.
    if (outcome.kind !== 'notDone') rememberBaseline(deploymentId, pods, 1);
    setRequest({ action, pod, outcome });
    void client.invalidateQueries({ queryKey: podsKey });
  };
  return {
    question,
    request,
    isSending,
    ask: (action: PodAction, pod: PodRecord) => {
      if (!isSending) setQuestion({ action, pod });
    },
    confirm,
    cancel: () => setQuestion(undefined),
    dismiss: () => setRequest(undefined),
  };
}
