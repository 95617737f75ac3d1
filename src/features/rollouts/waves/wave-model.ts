import type {
  HistoryEntry,
  NodeState,
  RolloutNode,
  ShownRollout,
} from '#src/client/rollouts/shown-rollout.ts';

/** When a number of nodes was reached. */
export interface WavePoint {
  readonly atMs: number;
  readonly count: number;
}

/** A time in which nothing was sent. */
export interface WaveStop {
  readonly state: 'stopped' | 'paused' | 'needs-token';
  readonly fromMs: number;
  /** How many nodes of the rollout had failed by then. */
  readonly failed: number;
  /** Undefined while it lasts. */
  readonly toMs: number | undefined;
}

/** Why nothing is sent in a wave that has begun. */
type HeldState = 'stopped' | 'paused' | 'needs-token' | 'aborted';

/** A wave of a rollout over time. */
export interface WaveModel {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  readonly counts: Readonly<Record<NodeState, number>>;
  readonly state: 'planned' | 'running' | 'done' | HeldState | 'never';
  /** How many of its nodes were tried. */
  readonly tried: number;
  /** Undefined before it starts. */
  readonly startMs: number | undefined;
  /** When its last node settled, or now. */
  readonly endMs: number | undefined;
  /** How many nodes were ready; and, on top of them, created. */
  readonly ready: readonly WavePoint[];
  readonly created: readonly WavePoint[];
  readonly failures: readonly number[];
  readonly stops: readonly WaveStop[];
}

/** The waves of a rollout, from what is known of its nodes and its history. */
export function wavesOverTime(
  rollout: ShownRollout,
  nodes: readonly RolloutNode[],
  nowMs: number,
): readonly WaveModel[] {
  const { waves, history = [] } = rollout;
  const failedMs = nodes.flatMap(({ state, sinceMs }) =>
    state === 'failed' && sinceMs !== undefined ? [sinceMs] : [],
  );
  return waves.map((end, index) => ({
    ...toWave(rollout, nodes.slice(waves[index - 1] ?? 0, end), index + 1, nowMs),
    stops: stopsOf(history, index + 1, failedMs),
  }));
}

function toWave(
  rollout: ShownRollout,
  nodes: readonly RolloutNode[],
  number: number,
  nowMs: number,
): Omit<WaveModel, 'stops'> {
  const counts = countStates(nodes);
  const { wave, state, createdMs, endedMs, history = [] } = rollout;
  const opened = number === 1 ? createdMs : history.find((entry) => entry.wave >= number)?.atMs;
  const startMs = number <= wave ? opened : undefined;
  const isSettled = counts.ready + counts.failed + counts.skipped === nodes.length;
  const held = heldState(state);
  // A node that was skipped before the rollout was aborted is settled.
  const untried = nodes.filter(({ error }) => error?.code === 'aborted').length;
  const tried = nodes.length - counts.waiting - untried;
  const lastMs = Math.max(startMs ?? 0, ...nodes.map(({ sinceMs }) => sinceMs ?? 0));
  const timesOf = (...states: readonly NodeState[]) =>
    nodes
      .flatMap(({ state, sinceMs }) => (states.includes(state) && sinceMs ? [sinceMs] : []))
      .toSorted((a, b) => a - b);
  const stateOf = (): WaveModel['state'] => {
    if (number > wave) return state === 'aborted' ? 'never' : 'planned';
    if (state === 'aborted' && number === wave && tried < nodes.length) return 'aborted';
    return isSettled ? 'done' : (held ?? 'running');
  };
  return {
    number,
    total: nodes.length,
    counts,
    state: stateOf(),
    tried,
    startMs,
    endMs: startMs === undefined ? undefined : isSettled ? lastMs : (endedMs ?? nowMs),
    ready: toPoints(timesOf('ready')),
    created: toPoints(timesOf('ready', 'accepted')),
    failures: timesOf('failed'),
  };
}

function heldState(state: ShownRollout['state']): HeldState | undefined {
  return state === 'running' || state === 'done' ? undefined : state;
}

function countStates(nodes: readonly RolloutNode[]): Readonly<Record<NodeState, number>> {
  const counts = {
    waiting: 0,
    sending: 0,
    unknown: 0,
    accepted: 0,
    ready: 0,
    failed: 0,
    skipped: 0,
  };
  for (const { state } of nodes) counts[state] += 1;
  return counts;
}

function toPoints(times: readonly number[]): readonly WavePoint[] {
  return times.map((atMs, index) => ({ atMs, count: index + 1 }));
}

function stopsOf(
  history: readonly HistoryEntry[],
  wave: number,
  failedMs: readonly number[],
): readonly WaveStop[] {
  return history.flatMap(({ state, atMs, wave: at }, index): WaveStop[] => {
    if (at !== wave) return [];
    if (state !== 'stopped' && state !== 'paused' && state !== 'needs-token') return [];
    const failed = failedMs.filter((ms) => ms <= atMs).length;
    return [{ state, fromMs: atMs, failed, toMs: history[index + 1]?.atMs }];
  });
}

const SECOND = 1000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200].map(
  (seconds) => seconds * SECOND,
);
const DAY = 86_400 * SECOND;

/** Round times from `fromMs` to `toMs`, at most `most` of them. */
export function timeTicks(fromMs: number, toMs: number, most = 6): readonly number[] {
  const span = toMs - fromMs;
  const step =
    steps.find((one) => span / one <= most) ?? DAY * Math.max(1, Math.ceil(span / DAY / most));
  const ticks: number[] = [];
  for (let at = Math.ceil(fromMs / step) * step; at <= toMs; at += step) ticks.push(at);
  return ticks;
}
