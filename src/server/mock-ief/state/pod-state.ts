import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import type { StoredDeployment, StoredPod } from './tenants.ts';

/** The state of a pod and its reason, as the service words them. */
export interface PodCondition {
  readonly state: 'PENDING' | 'CREATE_FAIL' | 'RUNNING';
  readonly reason: string;
  readonly message: string;
}

const waiting: PodCondition = { state: 'PENDING', reason: '', message: '' };
const running: PodCondition = { state: 'RUNNING', reason: '', message: '' };
const pulling: PodCondition = {
  state: 'PENDING',
  reason: 'ContainerCreating',
  message: 'pulling image',
};
// The console shows a slow pull as failed although the pull continues and succeeds later (docs/sources.md, section
// 6).
const pullFailed: PodCondition = {
  state: 'CREATE_FAIL',
  reason: 'ImagePullBackOff',
  message: 'image pull is taking too long, still trying',
};

/** The condition of a pod: PENDING, then RUNNING, depending only on the elapsed time. */
export function conditionOf(
  pod: StoredPod,
  deployment: StoredDeployment,
  { clock, podStartMs, slowPullMs }: MockSettings,
): PodCondition {
  const ageMs = clock.elapsed() - pod.startedAtMs;
  if (!deployment.slowPull) return ageMs < podStartMs ? waiting : running;
  if (ageMs < slowPullMs / 6) return pulling;
  return ageMs < slowPullMs ? pullFailed : running;
}

/** True if the pod counts as a ready replica. */
export function isRunning(
  pod: StoredPod,
  deployment: StoredDeployment,
  settings: MockSettings,
): boolean {
  return conditionOf(pod, deployment, settings).state === 'RUNNING';
}
