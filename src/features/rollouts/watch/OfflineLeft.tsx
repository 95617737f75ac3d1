import Button from '@mui/material/Button';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { RolloutActions } from '../actions/use-rollout-actions.ts';
import { useShortTime } from '../nodes/use-node-words.ts';
import { rolloutActionWords } from '../words/action-words.ts';
import { stateNoteWords as words } from '../words/state-note-words.ts';
import styles from './watch.module.css';

interface OfflineLeftProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  actions: Pick<RolloutActions, 'isBusy' | 'skip'>;
}

/** Says that a running rollout only waits for offline nodes, until when, and offers to skip them. */
export function OfflineLeft({ rollout, nodes, actions }: OfflineLeftProps) {
  const translate = useTranslate();
  const formatTime = useShortTime();
  const { state, counts, plan } = rollout;
  const isIdle = counts.sending + counts.unknown + counts.accepted === 0;
  if (state !== 'running' || !isIdle || counts.waiting === 0) return null;
  const left = nodes.filter((node) => node.state === 'waiting');
  const since = left.map(({ offlineMs }) => offlineMs);
  if (left.length !== counts.waiting || !since.every((ms) => ms !== undefined)) return null;
  const untilMs = Math.max(...since) + plan.offlineWithinS * 1000;
  return (
    <section ref={keepRowFocus} className={styles.finding}>
      <div>
        <h2>{translate(words.offlineLeft(left.length))}</h2>
        <p>{translate(words.offlineLeftHelp(formatTime(untilMs)))}</p>
      </div>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={actions.isBusy}
        onClick={() => !actions.isBusy && actions.skip(...left.map(({ id }) => id))}
      >
        <span>{translate(rolloutActionWords.skipOffline(left.length))}</span>
      </Button>
    </section>
  );
}
