import Button from '@mui/material/Button';
import { explainFailure, type EarlierReport } from '#src/domain/health/explain-failure.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { formatSpan } from '#src/ui/words/format-age.ts';
import { formatClockTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { FailureCard } from './failure/FailureCard.tsx';
import { NodeCommand } from './failure/NodeCommand.tsx';
import type { RunsOn } from './use-deployment.ts';
import type { useHealth } from './use-health.ts';
import { failureWords } from './words/failure-words.ts';
import { podsWords } from './words/pods-words.ts';
import styles from './deployments.module.css';

type Health = ReturnType<typeof useHealth>;

interface HealthNotesProps {
  health: Health;
  runsOn: Pick<RunsOn, 'kind' | 'names'>;
}

/** Notes that need attention: progress of the last request, an offline node, a failure, a state that does not end. */
export function HealthNotes({ health, runsOn }: HealthNotesProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const { state, stuckMs, troubled, otherFailures } = health;
  const offline = failureWords.offline[runsOn.kind];
  const stuck =
    stuckMs !== undefined && translate(failureWords.stuck(formatSpan(stuckMs, language)));
  return (
    <>
      <ProgressNote health={health} />
      {state === 'offline' && (
        <div role="status" className={styles.warning}>
          <b>{translate(offline.title(foreignShort(runsOn.names.join(', '))))}</b>
          <span>{translate(offline.help)}</span>
        </div>
      )}
      {troubled && state !== 'offline' && (
        <FailureCard
          explanation={explainFailure({ podName: troubled.name, ...troubled })}
          podName={foreignShort(troubled.name)}
          reason={textOf(troubled)}
          earlier={textOf(troubled.earlier)}
          others={otherFailures}
          stuck={stuck}
        />
      )}
      {stuck && !troubled && (
        <div role="status" className={styles.warning}>
          <b>{stuck}</b>
          <StuckHelp state={state} />
        </div>
      )}
    </>
  );
}

function textOf(report: EarlierReport | undefined): string {
  return [report?.reason, report?.message].filter(Boolean).join(': ');
}

/** The next check if no instance explains why nothing changes. */
function StuckHelp({ state }: Pick<Health, 'state'>) {
  const translate = useTranslate();
  const help = failureWords.stuckHelp[state];
  if (help === undefined) return null;
  return (
    <>
      <span>{translate(help)}</span>
      <NodeCommand text="edgectl diagnose node" />
    </>
  );
}

/** The effect of the last request of this tab, judged against the instances before it. */
function ProgressNote({ health: { progress, takenAtMs, forgetProgress } }: { health: Health }) {
  const translate = useTranslate();
  const language = useLanguage();
  if (progress === undefined || takenAtMs === undefined) return null;
  const { state, ready, expected } = progress;
  const isBad = state === 'failing' || state === 'stuck';
  return (
    <div role="status" ref={keepRowFocus} className={isBad ? styles.warning : styles.note}>
      <b>{translate(podsWords.since(formatClockTime(takenAtMs, language)))}</b>
      <span>{translate(podsWords.progress[state](ready, expected))}</span>
      {state !== 'waiting' && state !== 'starting' && (
        <Button size="small" variant="text" onClick={forgetProgress}>
          <span>{translate(podsWords.dismiss)}</span>
        </Button>
      )}
    </div>
  );
}
