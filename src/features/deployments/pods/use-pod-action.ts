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

/** An action on an instance: asked for, sent, or answered. */
export interface PodRequest {
  readonly action: PodAction;
  readonly pod: PodRecord;
  readonly stage: 'asking' | 'sending' | 'answered';
  readonly outcome?: PodOutcome;
}

/** One action on an instance at a time, after a confirmation. */
export function usePodAction(
  { id: deploymentId, name: deploymentName }: NamedDeployment,
  pods: readonly PodRecord[],
) {
  const session = useSession();
  const { targetState, requestSignIn } = useConnection();
  const client = useQueryClient();
  const [request, setRequest] = useState<PodRequest>();
  const confirm = async () => {
    const target = knownTarget(targetState);
    if (request === undefined || request.stage === 'sending' || target === undefined) return;
    const { action, pod } = request;
    setRequest({ action, pod, stage: 'sending' });
    const place = placeOf(target, session);
    const named = { deploymentId, deploymentName, podName: pod.name };
    const askAgain = askAgainAt(place, requestSignIn);
    const outcome = await changePod(place, action, named, { askAgain });
    // Taken from the instances before the request, to distinguish the new start from the old one.
    if (outcome.kind !== 'notDone') rememberBaseline(deploymentId, pods, 1);
    setRequest({ action, pod, stage: 'answered', outcome });
    void client.invalidateQueries({ queryKey: podsKey });
  };
  return {
    request,
    ask: (action: PodAction, pod: PodRecord) => setRequest({ action, pod, stage: 'asking' }),
    confirm,
    dismiss: () => setRequest(undefined),
  };
}
