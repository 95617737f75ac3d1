import Button from '@mui/material/Button';
import { useMemo, type ReactNode } from 'react';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { explainNode } from '../nodes/node-reason.ts';
import { isUnfinished } from '../state/rollout-tone.ts';
import { stateNoteWords as words } from '../words/state-note-words.ts';
import styles from './watch.module.css';

interface StateNoteProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  onShowFailed: () => void;
}

/** Why a rollout does not go on by itself, and what helps. */
export function StateNote({ rollout, nodes, onShowFailed }: StateNoteProps) {
  const translate = useTranslate();
  const { state, reason, wave, waves, counts, plan } = rollout;
  const showFailed = counts.failed > 0 && (
    <Button size="small" variant="outlined" onClick={onShowFailed}>
      <span>{translate(words.show(counts.failed))}</span>
    </Button>
  );
  if (state === 'stopped')
    return (
      <Note title={translate(words.stopped(counts.failed, plan.stopAt))} action={showFailed}>
        <p>
          {translate(
            counts.failed >= plan.stopAt
              ? words.stoppedHelp(counts.waiting)
              : words.stoppedBelow(plan.stopAt),
          )}
        </p>
        <Reasons nodes={nodes} />
      </Note>
    );
  if (state === 'paused' && reason === 'gate') {
    const next = (waves[wave] ?? 0) - (waves[wave - 1] ?? 0);
    return (
      <Note title={translate(words.gate(wave))} action={showFailed}>
        {plan.gate === 'auto' && <p>{translate(words.gateMissed(plan.goOnAt))}</p>}
        <p>{translate(words.gateHelp(wave + 1, next))}</p>
        <Reasons nodes={nodes} />
      </Note>
    );
  }
  if (state === 'paused' || state === 'needs-token')
    return (
      <Note title={translate(words[state])}>
        <p>{translate(words[`${state}Help`])}</p>
      </Note>
    );
  if (state === 'aborted' && isUnfinished(rollout)) {
    const { sending, unknown, accepted } = counts;
    return (
      <Note title={translate(words.aborting)}>
        <p>{translate(words.abortingHelp(sending + unknown + accepted))}</p>
      </Note>
    );
  }
  return null;
}

interface NoteProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

function Note({ title, action, children }: NoteProps) {
  return (
    <section className={styles.finding}>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
      {action}
    </section>
  );
}

const MAX_REASONS = 3;

/** The most frequent reasons of the failed nodes. */
function Reasons({ nodes }: { nodes: readonly RolloutNode[] }) {
  const translate = useTranslate();
  const reasons = useMemo(() => {
    const counts = new Map<string, number>();
    for (const node of nodes) {
      const why = node.state === 'failed' ? explainNode(node) : undefined;
      if (why === undefined) continue;
      const text = translate(why.text);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MAX_REASONS);
  }, [nodes, translate]);
  if (reasons.length === 0) return null;
  return (
    <ul>
      {reasons.map(([text, count]) => (
        <li key={text}>
          {count} × <ForeignText text={text} />
        </li>
      ))}
    </ul>
  );
}
