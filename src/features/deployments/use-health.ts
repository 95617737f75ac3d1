import { useState } from 'react';
import { forgetBaseline, useBaseline } from '#src/client/pods/baselines.ts';
import type { PodRecord } from '#src/client/pods/pods.ts';
import type { ShownDeployment } from '#src/client/queries/one-deployment.ts';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import { progressSince } from '#src/domain/health/baseline.ts';
import { stuckFor } from '#src/domain/health/deadlines.ts';
import { deploymentState, isPodFailed } from '#src/domain/health/deployment-state.ts';

/** The state of a deployment, how long it has been stuck, and what the last request has brought about. */
export function useHealth(
  deployment: ShownDeployment,
  pods: readonly PodRecord[] | undefined,
  isOffline: boolean,
  /** When the instances were read, on the clock of this machine. */
  podsReadMs: number,
) {
  const { id, replicas = 1, readAtMs: nowMs, raw } = deployment;
  const baseline = useBaseline(id);
  const progress = baseline && pods && progressSince(baseline, pods, replicas, podsReadMs);
  const plain = deploymentState(deployment, pods, isOffline);
  // Instances from before a request do not make the deployment ready.
  const isWaiting = progress?.state === 'waiting' || progress?.state === 'starting';
  const state = plain === 'running' && isWaiting ? 'starting' : plain;
  const seenMs = useSeenSince(state, nowMs);
  const changed = typeof raw.updated_at === 'string' ? raw.updated_at : deployment.createdAt;
  const stuckMs = stuckFor(
    {
      state,
      changedMs: parseTimestamp(changed)?.getTime(),
      pods: (pods ?? []).map((pod) => ({
        state: pod.state,
        restarts: pod.restarts,
        createdMs: parseTimestamp(pod.createdAt)?.getTime(),
      })),
      seenMs,
    },
    nowMs,
  );
  // An instance that is being deleted has not failed.
  const explainsStuck = stuckMs !== undefined && state !== 'deleting';
  const failing = pods?.filter((pod) => isPodFailed(pod.state)) ?? [];
  return {
    state,
    stuckMs,
    /** The instance to explain: one that failed, or that has waited too long. */
    troubled: failing[0] ?? (explainsStuck ? pods?.find(isWaitingPod) : undefined),
    otherFailures: Math.max(0, failing.length - 1),
    progress,
    takenAtMs: baseline?.takenAtMs,
    forgetProgress: () => forgetBaseline(id),
  };
}

function isWaitingPod({ state }: PodRecord): boolean {
  return state !== 'RUNNING' && state !== 'SUCCEEDED';
}

/** When the page first saw the value, on the given clock. */
function useSeenSince(value: string, nowMs: number): number {
  const [seen, setSeen] = useState({ value, sinceMs: nowMs });
  if (seen.value === value) return seen.sinceMs;
  setSeen({ value, sinceMs: nowMs });
  return nowMs;
}
