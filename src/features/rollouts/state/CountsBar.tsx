import clsx from 'clsx';
import {
  rolloutNodeStates,
  type NodeCounts,
  type NodeState,
  type ShownAction,
} from '#src/client/rollouts/shown-rollout.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { rolloutWords as words } from '../words/rollout-words.ts';
import { nodeStateWord } from './rollout-state.ts';
import styles from './state.module.css';

interface CountsBarProps {
  counts: NodeCounts;
  action: ShownAction;
  /** Along the edge of a card. */
  isEdge?: boolean;
}

/** The share of nodes in each state. */
export function CountsBar({ counts, action, isEdge }: CountsBarProps) {
  const translate = useTranslate();
  const present = rolloutNodeStates.filter((state) => counts[state] > 0);
  const label = present
    .map((state) => translate(words.count(counts[state], translate(nodeStateWord(state, action)))))
    .join(translate({ en: ', ', zh: '，' }));
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={clsx(styles.bar, isEdge && styles.edge)}
    >
      {present.map((state) => (
        <span key={state} className={styles[state]} style={{ flexGrow: counts[state] }} />
      ))}
    </span>
  );
}

/** A square in the color of a state. */
export function StateDot({ state }: { state: NodeState }) {
  return <span aria-hidden className={clsx(styles.dot, styles[state])} />;
}
