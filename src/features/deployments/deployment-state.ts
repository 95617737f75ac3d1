import type { PodRecord, ShownDeployment } from '#src/client/queries/one-deployment.ts';

/** What a deployment does now. `created`: the service accepted it, and nothing runs yet. */
export type DeploymentState =
  | 'created'
  | 'starting'
  | 'partly'
  | 'running'
  | 'failing'
  | 'empty'
  | 'frozen'
  | 'deleting'
  | 'deleteFailed';

const reserved: Readonly<Record<string, DeploymentState>> = {
  FREEZE: 'frozen',
  PENDING_DELETE: 'deleting',
  DELETE_FAILED: 'deleteFailed',
};

/** States of a pod that do not end without a change. */
const failed = new Set(['FAILED', 'CREATE_FAIL', 'DELETE_FAILED']);

/** The state of a deployment from its record and its pods; `pods` is undefined while they are not known. */
export function deploymentState(
  { state, replicas, readyReplicas }: Pick<ShownDeployment, 'state' | 'replicas' | 'readyReplicas'>,
  pods: readonly Pick<PodRecord, 'state'>[] | undefined,
): DeploymentState {
  const said = reserved[state];
  if (said !== undefined) return said;
  const wanted = replicas ?? 1;
  const ready = readyReplicas ?? 0;
  if (wanted === 0) return 'empty';
  if (ready >= wanted) return 'running';
  if (pods?.some((pod) => failed.has(pod.state))) return 'failing';
  if (ready > 0) return 'partly';
  return pods === undefined || pods.length === 0 ? 'created' : 'starting';
}

export type Tone = 'good' | 'bad' | 'caution' | 'busy' | 'quiet';

export const deploymentTones: Readonly<Record<DeploymentState, Tone>> = {
  created: 'quiet',
  starting: 'busy',
  partly: 'caution',
  running: 'good',
  failing: 'bad',
  empty: 'quiet',
  frozen: 'caution',
  deleting: 'busy',
  deleteFailed: 'bad',
};

export function podTone(state: string): Tone {
  if (state === 'RUNNING' || state === 'SUCCEEDED') return 'good';
  if (failed.has(state)) return 'bad';
  return ['PENDING', 'TERMINATING', 'PENDING_DELETE'].includes(state) ? 'busy' : 'caution';
}
