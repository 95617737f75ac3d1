import clsx from 'clsx';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { StateMark } from '#src/ui/status/StateWord.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { describeState } from './rollout-state.ts';
import styles from './state.module.css';

/** The state of a rollout. */
export function RolloutBadge({ rollout }: { rollout: ShownRollout }) {
  const translate = useTranslate();
  const { text, tone } = describeState(rollout);
  return (
    <span className={clsx(styles.badge, styles[tone])}>
      <StateMark tone={tone} size={14} />
      <span>{translate(text)}</span>
    </span>
  );
}
