import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { isUnfinished, needsAttention } from '../state/rollout-state.ts';

export const rolloutFilters = ['all', 'active', 'attention', 'finished'] as const;
export type RolloutFilterName = (typeof rolloutFilters)[number];

/** The filter of the list; part of the address of the page. */
export interface RolloutFilter {
  readonly text: string;
  readonly state: RolloutFilterName;
}

const matches: Record<RolloutFilterName, (rollout: ShownRollout) => boolean> = {
  all: () => true,
  active: isUnfinished,
  attention: needsAttention,
  finished: (rollout) => !isUnfinished(rollout),
};

export function parseRolloutFilter(search: string): RolloutFilter {
  const query = new URLSearchParams(search);
  const state = rolloutFilters.find((name) => name === query.get('state')) ?? 'all';
  return { text: query.get('text') ?? '', state };
}

/** The query of an address; empty for the whole list. */
export function formatRolloutFilter({ text, state }: RolloutFilter): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('text', text);
  if (state !== 'all') query.set('state', state);
  return query.toString();
}

/** Those that contain the text, whatever their state. */
export function matchRollouts(
  rollouts: readonly ShownRollout[],
  { text }: RolloutFilter,
  labelOf: (rollout: ShownRollout) => string,
): readonly ShownRollout[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rollouts;
  return rollouts.filter((rollout) => {
    const { firstName, id, projectId, target } = rollout;
    const searched = [firstName, id, projectId, target, labelOf(rollout)];
    return searched.join('\n').toLowerCase().includes(wanted);
  });
}

export function pickState(
  rollouts: readonly ShownRollout[],
  state: RolloutFilterName,
): readonly ShownRollout[] {
  return rollouts.filter(matches[state]);
}
