import { isPodFailed } from './deployment-state.ts';

/** An instance, as far as a baseline looks at it. */
export interface BaselinePod {
  readonly id: string;
  readonly state: string;
  readonly restarts: number;
}

/** The instances before a request that restarts some. Only differences from it count as its effect. */
export interface Baseline {
  /** Milliseconds since 1970. */
  readonly takenAtMs: number;
  /** Restarts by instance ID. */
  readonly restarts: Readonly<Record<string, number>>;
  /** How many instances the request restarts; null if all of the deployment. */
  readonly expected: number | null;
}

export function takeBaseline(
  pods: readonly BaselinePod[],
  takenAtMs: number,
  expected: number | null,
): Baseline {
  return {
    takenAtMs,
    restarts: Object.fromEntries(pods.map(({ id, restarts }) => [id, restarts])),
    expected,
  };
}

/** The effect of a request so far. `waiting`: none yet. */
export type ProgressState = 'waiting' | 'starting' | 'failing' | 'ready' | 'stuck';

export interface Progress {
  readonly state: ProgressState;
  /** New instances that run, of those that the request starts. */
  readonly ready: number;
  readonly expected: number;
}

/** A pull over a slow line takes minutes; after this long somebody has to look. */
const DEADLINE_MS = 10 * 60_000;

/**
 * The changes since the baseline. Instances that are in it and have not restarted since count neither as ready
 * nor as failed: an old instance that still runs does not make a new image good, and an old failure not a bad one.
 */
export function progressSince(
  baseline: Baseline,
  pods: readonly BaselinePod[],
  replicas: number,
  nowMs: number,
): Progress {
  const expected = baseline.expected ?? replicas;
  const fresh = pods.filter(({ id, restarts }) => restarts > (baseline.restarts[id] ?? -1));
  const ready = fresh.filter(({ state }) => state === 'RUNNING' || state === 'SUCCEEDED').length;
  const isLate = nowMs - baseline.takenAtMs >= DEADLINE_MS;
  const state = (): ProgressState => {
    if (ready >= expected) return 'ready';
    if (fresh.some((pod) => isPodFailed(pod.state))) return 'failing';
    if (isLate) return 'stuck';
    return fresh.length === 0 ? 'waiting' : 'starting';
  };
  return { state: state(), ready, expected };
}
