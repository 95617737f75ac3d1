import type { NodeState, RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';

/** A rate from fewer nodes means little. */
const LEAST_SETTLED = 5;

const settledStates: readonly NodeState[] = ['ready', 'failed', 'skipped'];

/**
 * How long the open wave still takes, in milliseconds, at the pace so far, and never faster than the plan allows.
 * Undefined while nothing is sent or too little is known. Offline nodes are left out, as the gate does.
 */
export function timeLeftMs(
  rollout: ShownRollout,
  nodes: readonly RolloutNode[],
  nowMs: number,
): number | undefined {
  const { state, wave, waves, plan } = rollout;
  if (state !== 'running') return undefined;
  const start = waves[wave - 2] ?? 0;
  const end = waves[wave - 1] ?? nodes.length;
  let [waiting, open, settled] = [0, 0, 0];
  for (let index = 0; index < end; index++) {
    const node = nodes[index];
    if (node === undefined || (node.state === 'waiting' && node.offlineMs !== undefined)) continue;
    if (!settledStates.includes(node.state)) open += 1;
    if (node.state === 'waiting') waiting += 1;
    if (index >= start && (node.state === 'ready' || node.state === 'failed')) settled += 1;
  }
  if (open === 0 || settled < LEAST_SETTLED) return undefined;
  const atPace = (open / settled) * activeMs(rollout, nowMs);
  return Math.max(atPace, (waiting / plan.perMinute) * 60_000);
}

/** How long the open wave has been running, without its stops. */
function activeMs({ wave, createdMs, history = [] }: ShownRollout, nowMs: number): number {
  const own = history.filter((entry) => entry.wave === wave);
  if (own.length === 0) return nowMs - createdMs;
  return own.reduce((sum, { state, atMs }, index) => {
    const until = own[index + 1]?.atMs ?? nowMs;
    return state === 'running' ? sum + Math.max(0, until - atMs) : sum;
  }, 0);
}
