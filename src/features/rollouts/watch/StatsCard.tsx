import { rolloutNodeStates, type ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { CountsBar, StateDot } from '../state/CountsBar.tsx';
import { nodeStateWord } from '../state/rollout-state.ts';
import { watchWords as words } from '../words/watch-words.ts';
import styles from './watch.module.css';

/** In the order in which a node passes through them. */
const order = ['ready', 'accepted', 'sending', 'waiting', 'failed', 'unknown'] as const;

/** How many nodes are in each state, with a bar of their shares. */
export function StatsCard({ rollout }: { rollout: ShownRollout }) {
  const translate = useTranslate();
  const { counts, action, total } = rollout;
  const shown = rolloutNodeStates.filter((state) => state === 'skipped' && counts.skipped > 0);
  return (
    <section aria-label={translate(words.counts)} className={styles.stats}>
      <dl>
        {[...order, ...shown].map((state) => (
          <div key={state}>
            <dt>
              <StateDot state={state} />
              <span>{translate(nodeStateWord(state, action))}</span>
            </dt>
            <dd>
              {counts[state]}
              {state === 'ready' && total > 0 && (
                <small> {Math.floor((counts.ready / total) * 100)}%</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <CountsBar counts={counts} action={action} isEdge />
    </section>
  );
}
