import { asList, asObject } from '#src/json/value.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import type { StoredDeployment, StoredPod } from './tenants.ts';

/** The state of a pod and its reason, as the service words them. */
export interface PodCondition {
  readonly state: 'PENDING' | 'CREATE_FAIL' | 'RUNNING' | 'FAILED' | 'TERMINATING';
  readonly reason: string;
  readonly message: string;
  /** How often its containers crashed since it was last started. */
  readonly crashes: number;
}

const waiting: PodCondition = { state: 'PENDING', reason: '', message: '', crashes: 0 };
const running: PodCondition = { ...waiting, state: 'RUNNING' };
const terminating: PodCondition = { ...waiting, state: 'TERMINATING' };
const pulling: PodCondition = {
  ...waiting,
  reason: 'ContainerCreating',
  message: 'pulling image',
};
// The console shows a slow pull as failed although the pull continues and succeeds later (docs/sources.md, section
// 6).
const slowPull: PodCondition = {
  ...waiting,
  state: 'CREATE_FAIL',
  reason: 'ImagePullBackOff',
  message: 'image pull is taking too long, still trying',
};

/** How long a crashing container runs, and how long a pull tries. */
const TRY_MS = 2000;

/** The condition of a pod, depending only on the elapsed time. A node that is not connected does nothing. */
export function conditionOf(
  pod: StoredPod,
  deployment: StoredDeployment,
  settings: MockSettings,
): PodCondition {
  if (settings.offlineNodeIds.has(pod.nodeId)) return pod.isTerminating ? terminating : waiting;
  const { clock, podStartMs, slowPullMs } = settings;
  const ageMs = clock.elapsed() - pod.startedAtMs;
  switch (deployment.podFault) {
    case 'slow-pull':
      if (ageMs < slowPullMs / 6) return pulling;
      return ageMs < slowPullMs ? slowPull : running;
    case 'pull-failed':
      return ageMs < podStartMs ? pulling : failedPull(deployment, ageMs - podStartMs);
    case 'crash-loop':
      return ageMs < podStartMs ? waiting : crashLoop(pod, deployment, ageMs - podStartMs);
    case undefined:
      return ageMs < podStartMs ? waiting : running;
  }
}

function failedPull(deployment: StoredDeployment, ageMs: number): PodCondition {
  const image = firstContainer(deployment, 'image_url');
  const { isTrying } = backOff(ageMs);
  return {
    ...waiting,
    state: 'CREATE_FAIL',
    reason: isTrying ? 'ErrImagePull' : 'ImagePullBackOff',
    message: isTrying
      ? `Error response from daemon: manifest for ${image} not found: manifest unknown`
      : `Back-off pulling image "${image}"`,
  };
}

function crashLoop(pod: StoredPod, deployment: StoredDeployment, ageMs: number): PodCondition {
  const { round, isTrying, waitMs } = backOff(ageMs);
  if (isTrying) return { ...running, crashes: round };
  const container = firstContainer(deployment, 'name');
  return {
    state: 'FAILED',
    reason: 'CrashLoopBackOff',
    message: `back-off ${waitMs / 1000}s restarting failed container=${container} pod=${pod.name}: exit code 1`,
    crashes: round + 1,
  };
}

/** As in Kubernetes: after each try the wait doubles, from 10 seconds to 5 minutes. */
function backOff(ageMs: number): { round: number; isTrying: boolean; waitMs: number } {
  let restMs = ageMs;
  let waitMs = 10_000;
  for (let round = 0; ; round++) {
    if (waitMs === LONGEST_WAIT_MS) {
      const cycleMs = TRY_MS + waitMs;
      const isTrying = restMs % cycleMs < TRY_MS;
      return { round: round + Math.floor(restMs / cycleMs), isTrying, waitMs };
    }
    if (restMs < TRY_MS + waitMs) return { round, isTrying: restMs < TRY_MS, waitMs };
    restMs -= TRY_MS + waitMs;
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }
}

const LONGEST_WAIT_MS = 300_000;

function firstContainer({ template }: StoredDeployment, key: string): string {
  return String(asObject(asList(template.containers)[0])[key] ?? '');
}

/** True if the pod counts as a ready replica. */
export function isRunning(
  pod: StoredPod,
  deployment: StoredDeployment,
  settings: MockSettings,
): boolean {
  return conditionOf(pod, deployment, settings).state === 'RUNNING';
}
