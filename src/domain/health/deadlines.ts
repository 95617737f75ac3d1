import type { DeploymentState } from './deployment-state.ts';

const MINUTE_MS = 60_000;

/**
 * How long a state may last before the page says that it is stuck. The others do not end by themselves, so their words
 * already say what to do.
 */
const deadlines: Partial<Record<DeploymentState, number>> = {
  created: 2 * MINUTE_MS,
  notReady: 5 * MINUTE_MS,
  // Pulling an image over a slow line takes minutes.
  starting: 10 * MINUTE_MS,
  partly: 10 * MINUTE_MS,
  deleting: 5 * MINUTE_MS,
};

interface StateAge {
  readonly state: DeploymentState;
  /** When the deployment last changed; undefined if the service does not say. Times are milliseconds since 1970. */
  readonly changedMs: number | undefined;
  /** Of its instances. */
  readonly pods: readonly {
    readonly state: string;
    readonly restarts: number;
    readonly createdMs: number | undefined;
  }[];
  /** When the page first saw it in this state. */
  readonly seenMs: number;
}

/** When the state began: what the service says, or else when the page first saw it. */
function startOf({ state, changedMs, pods, seenMs }: StateAge): number {
  if (state === 'created') return Math.min(changedMs ?? seenMs, seenMs);
  if (state !== 'starting') return seenMs;
  const waiting = pods.filter((pod) => pod.state !== 'RUNNING');
  // An instance that has run before waits for less time than it exists.
  if (waiting.some(({ restarts }) => restarts > 0)) return seenMs;
  // All run, but the request has not restarted them yet.
  if (waiting.length === 0) return seenMs;
  const newest = Math.max(...waiting.map(({ createdMs }) => createdMs ?? seenMs));
  return Math.min(newest, seenMs);
}

/** How long a state has lasted, in milliseconds, if that is longer than it should; otherwise undefined. */
export function stuckFor(age: StateAge, nowMs: number): number | undefined {
  const deadline = deadlines[age.state];
  if (deadline === undefined) return undefined;
  const lastedMs = nowMs - startOf(age);
  return lastedMs >= deadline ? lastedMs : undefined;
}
