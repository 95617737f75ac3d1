import Button from '@mui/material/Button';
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { isUnfinished } from '../state/rollout-state.ts';
import { rolloutActionWords as words } from '../words/action-words.ts';
import { AbortDialog } from './AbortDialog.tsx';
import styles from './actions.module.css';
import { LimitsDialog } from './LimitsDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RollBackDialog } from './RollBackDialog.tsx';
import type { RolloutActions } from './use-rollout-actions.ts';

type Question = 'abort' | 'limits' | 'resume' | 'remove' | 'rollBack';

interface ActionBarProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  actions: RolloutActions;
}

/** The buttons that the state of a rollout allows, the next step last. */
export function ActionBar({ rollout, nodes, actions }: ActionBarProps) {
  const translate = useTranslate();
  const [question, setQuestion] = useState<Question>();
  const { state } = rollout;
  const isOpen = isUnfinished(rollout) && state !== 'aborted';
  const canRollBack = state !== 'running' && state !== 'needs-token' && hasDone(rollout, nodes);
  return (
    <div ref={keepRowFocus} className={styles.bar}>
      {isOpen && (
        <Button size="small" variant="text" onClick={() => setQuestion('limits')}>
          <span>{translate(words.limitsAsk)}</span>
        </Button>
      )}
      {canRollBack && (
        <Button size="small" variant="text" onClick={() => setQuestion('rollBack')}>
          <span>{translate(words.rollBackAsk)}</span>
        </Button>
      )}
      {isOpen && (
        <Button size="small" variant="outlined" color="error" onClick={() => setQuestion('abort')}>
          <span>{translate(words.abortAsk)}</span>
        </Button>
      )}
      {!isUnfinished(rollout) && (
        <Button size="small" variant="outlined" color="error" onClick={() => setQuestion('remove')}>
          <span>{translate(words.removeAsk)}</span>
        </Button>
      )}
      <NextStep rollout={rollout} actions={actions} onResume={() => setQuestion('resume')} />
      <Dialogs
        question={question}
        rollout={rollout}
        actions={actions}
        close={() => setQuestion(undefined)}
      />
    </div>
  );
}

/**
 * True if there may be something to roll back. A node that was skipped after its create counts too. Rows of an update or
 * a deletion always have a deployment, also before anything is sent.
 */
function hasDone(
  { counts: { ready, accepted, failed }, isErased, action }: ShownRollout,
  nodes: readonly RolloutNode[],
): boolean {
  if (isErased && action !== 'create') return false;
  const hasCreated = action === 'create' && nodes.some(({ deploymentId }) => deploymentId);
  return ready + accepted + failed > 0 || hasCreated;
}

interface NextStepProps extends Omit<ActionBarProps, 'nodes'> {
  onResume: () => void;
}

function NextStep({ rollout, actions, onResume }: NextStepProps) {
  const translate = useTranslate();
  const { state, reason, wave, plan, counts } = rollout;
  const isBusy = actions.isBusy;
  const next = (label: string, icon: typeof Pause, onClick: () => void) => {
    const Icon = icon;
    return (
      <Button
        size="small"
        variant="contained"
        aria-disabled={isBusy}
        startIcon={<Icon size={16} aria-hidden />}
        onClick={() => !isBusy && onClick()}
      >
        <span>{label}</span>
      </Button>
    );
  };
  if (state === 'running') return next(translate(words.pause), Pause, actions.pause);
  if (state === 'paused' && reason === 'gate')
    return next(translate(words.goOn(wave + 1)), Play, actions.resume);
  if (state === 'paused') return next(translate(words.resume), Play, actions.resume);
  if (state === 'needs-token')
    return next(translate(words.resumeWithToken), Play, actions.resumeWithToken);
  if (state === 'stopped')
    return counts.failed >= plan.stopAt
      ? next(translate(words.resumeAsk), Play, onResume)
      : next(translate(words.resume), Play, actions.resume);
  return null;
}

interface DialogsProps extends Omit<ActionBarProps, 'nodes'> {
  question: Question | undefined;
  close: () => void;
}

function Dialogs({ question, rollout, actions, close }: DialogsProps) {
  const confirm = (act: () => void) => () => {
    close();
    act();
  };
  if (question === 'abort')
    return <AbortDialog rollout={rollout} onConfirm={confirm(actions.abort)} onCancel={close} />;
  if (question === 'remove')
    return <RemoveDialog onConfirm={confirm(actions.remove)} onCancel={close} />;
  if (question === 'rollBack')
    return (
      <RollBackDialog
        rollout={rollout}
        isMock={actions.place?.kind === 'mock'}
        onConfirm={confirm(actions.rollBack)}
        onCancel={close}
      />
    );
  if (question === undefined) return null;
  const isResuming = question === 'resume';
  return (
    <LimitsDialog
      rollout={rollout}
      isResuming={isResuming}
      onConfirm={(limits) => {
        close();
        if (isResuming || Object.keys(limits).length > 0) actions.change(limits, isResuming);
      }}
      onCancel={close}
    />
  );
}
