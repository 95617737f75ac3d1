import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';

/** By ID of a rollout, the newest one that rolls it back. An aborted one does not count. Expects the newest first. */
export function rollBacksById(
  rollouts: readonly ShownRollout[],
): ReadonlyMap<string, ShownRollout> {
  const found = new Map<string, ShownRollout>();
  for (const rollout of rollouts) {
    const { rollBackOf, state } = rollout;
    if (rollBackOf !== undefined && state !== 'aborted' && !found.has(rollBackOf))
      found.set(rollBackOf, rollout);
  }
  return found;
}
