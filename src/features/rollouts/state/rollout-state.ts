import type { NodeState, ShownAction, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { StateTone } from '#src/ui/status/StateWord.tsx';
import { rolloutWords as words } from '../words/rollout-words.ts';

/** The state of a rollout in words, and how good it is. */
export function describeState(rollout: ShownRollout): { text: Text; tone: StateTone } {
  const { state, reason, wave, waves, endedMs, counts } = rollout;
  if (state === 'running') return { text: words.runningWave(wave, waves.length), tone: 'busy' };
  if (state === 'paused' && reason === 'gate') return { text: words.gate, tone: 'caution' };
  if (state === 'aborted' && endedMs === undefined) return { text: words.aborting, tone: 'busy' };
  if (state === 'done')
    return { text: words.states.done, tone: counts.failed > 0 ? 'caution' : 'good' };
  const tones = { paused: 'quiet', 'needs-token': 'caution', stopped: 'bad', aborted: 'quiet' };
  return { text: words.states[state], tone: tones[state] as StateTone };
}

export const nodeTones: Record<NodeState, StateTone> = {
  waiting: 'quiet',
  sending: 'busy',
  unknown: 'caution',
  accepted: 'busy',
  ready: 'good',
  failed: 'bad',
  skipped: 'quiet',
};

/** The word for a state of a node, which depends on what is done. */
export function nodeStateWord(state: NodeState, action: ShownAction): Text {
  if (action === 'update' && state === 'accepted') return words.updated;
  if (action === 'delete' && state === 'accepted') return words.accepted;
  if (action === 'delete' && state === 'ready') return words.deleted;
  return words.nodeStates[state];
}

/** True if a person has to act. */
export function needsAttention({ state, reason }: ShownRollout): boolean {
  return (
    state === 'stopped' || state === 'needs-token' || (state === 'paused' && reason === 'gate')
  );
}

/** True until every node is in a final state. */
export function isUnfinished({ endedMs }: ShownRollout): boolean {
  return endedMs === undefined;
}

/** The name of a rollout: that of its first deployment. */
export function rolloutTitle(firstName: string, { action, total }: ShownRollout): Text {
  if (firstName === '') return words.doing[action](total);
  return total === 1 ? { en: firstName, zh: firstName } : words.more(firstName, total - 1);
}
