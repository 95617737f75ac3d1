import Button from '@mui/material/Button';
import { useMemo, type ReactNode } from 'react';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { formatClockTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { explainNode } from '../nodes/node-reason.ts';
import { isUnfinished } from '../state/rollout-state.ts';
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
  const failedTitle = useFailedTitle();
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
  if (state === 'running' && counts.failed > 0)
    return (
      <Note title={failedTitle(rollout, nodes)} action={showFailed}>
        <Reasons nodes={nodes} />
        {plan.stopAt > counts.failed && (
          <p>{translate(words.stopsAfter(plan.stopAt - counts.failed))}</p>
        )}
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

/** How many failed while it runs on, and when they had stopped it. */
function useFailedTitle() {
  const translate = useTranslate();
  const language = useLanguage();
  return ({ counts, history = [] }: ShownRollout, nodes: readonly RolloutNode[]) => {
    const at = history.findLastIndex(({ state }) => state === 'stopped');
    const [stop, next] = [history[at], history[at + 1]];
    if (stop === undefined || next === undefined)
      return translate(words.failedSoFar(counts.failed));
    const failed = nodes.filter(
      ({ state, sinceMs }) => state === 'failed' && (sinceMs ?? 0) <= stop.atMs,
    ).length;
    const [from, to] = [stop.atMs, next.atMs].map((ms) => formatClockTime(ms, language));
    return translate(words.wentOn(stop.wave, failed, from!, to!));
  };
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
