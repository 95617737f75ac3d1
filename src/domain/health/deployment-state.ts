/**
 * The present state of a deployment.
 * `created`: the service accepted it and has started no instance. `notReady`: no instance is ready and its instances
 * are not known. `offline`: none of its nodes is connected, so the numbers of the service may be old.
 */
export type DeploymentState =
  | 'created'
  | 'notReady'
  | 'starting'
  | 'partly'
  | 'running'
  | 'failing'
  | 'offline'
  | 'empty'
  | 'frozen'
  | 'deleting'
  | 'deleteFailed';

/** The facts that the state is derived from. */
export interface HealthFacts {
  /** Reserved by the service and usually empty. */
  readonly state: string;
  readonly replicas: number | undefined;
  readonly readyReplicas: number | undefined;
}

const reserved: Readonly<Record<string, DeploymentState>> = {
  FREEZE: 'frozen',
  PENDING_DELETE: 'deleting',
  DELETE_FAILED: 'deleteFailed',
};

/** States of an instance that do not end without a change. */
const failed = new Set(['FAILED', 'CREATE_FAIL', 'DELETE_FAILED']);

export function isPodFailed(state: string): boolean {
  return failed.has(state);
}

/**
 * The state of a deployment from its record and its instances; `pods` is undefined while they are not known.
 * `isOffline` is true if the target lists its nodes and none of them is connected.
 */
export function deploymentState(
  { state, replicas, readyReplicas }: HealthFacts,
  pods: readonly { readonly state: string }[] | undefined,
  isOffline = false,
): DeploymentState {
  const said = reserved[state];
  if (said !== undefined) return said;
  const wanted = replicas ?? 1;
  const ready = readyReplicas ?? 0;
  if (wanted === 0) return 'empty';
  if (isOffline) return 'offline';
  const hasFailed = pods?.some((pod) => isPodFailed(pod.state)) ?? false;
  const hasRunning = pods?.some((pod) => pod.state === 'RUNNING') ?? false;
  // The record and its instances are read one after the other, and an instance may fail in between.
  if (ready >= wanted && (!hasFailed || hasRunning)) return 'running';
  if (hasFailed) return 'failing';
  if (ready > 0) return 'partly';
  if (pods === undefined) return 'notReady';
  return pods.length === 0 ? 'created' : 'starting';
}

export type Tone = 'good' | 'bad' | 'caution' | 'busy' | 'quiet';

export const deploymentTones: Readonly<Record<DeploymentState, Tone>> = {
  created: 'quiet',
  notReady: 'quiet',
  starting: 'busy',
  partly: 'caution',
  running: 'good',
  failing: 'bad',
  offline: 'caution',
  empty: 'quiet',
  frozen: 'caution',
  deleting: 'busy',
  deleteFailed: 'bad',
};

export function podTone(state: string): Tone {
  if (state === 'RUNNING' || state === 'SUCCEEDED') return 'good';
  if (isPodFailed(state)) return 'bad';
  return ['PENDING', 'TERMINATING', 'PENDING_DELETE'].includes(state) ? 'busy' : 'caution';
}

/** States of a node in which it reports nothing. */
const silent = new Set(['FAIL', 'STOPPED', 'UNCONNECTED']);

/**
 * True if a deployment lists nodes, its own or those of its group, and the target says of each that it is not connected.
 * `stateOf` returns the state of a node, or undefined if it is not known.
 */
export function areNodesOffline(
  nodeIds: readonly string[],
  stateOf: (nodeId: string) => string | undefined,
): boolean {
  return nodeIds.length > 0 && nodeIds.every((id) => silent.has(stateOf(id) ?? ''));
}
