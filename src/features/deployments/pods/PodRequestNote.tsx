import Button from '@mui/material/Button';
import clsx from 'clsx';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { podsWords as words } from '../words/pods-words.ts';
import type { PodRequest } from './use-pod-action.ts';
import styles from './pods.module.css';

interface PodRequestNoteProps {
  request: PodRequest;
  onDismiss: () => void;
}

/** Whether the action was done, was not done, or is not known. */
export function PodRequestNote({ request, onDismiss }: PodRequestNoteProps) {
  const t = useWords();
  const translate = useTranslate();
  const { action, outcome } = request;
  const isBad = outcome !== undefined && outcome.kind !== 'done';
  return (
    <div role="status" ref={keepRowFocus} className={clsx(styles.note, isBad && styles.badNote)}>
      <span>
        {outcome === undefined && translate(words.sending)}
        {outcome?.kind === 'done' && translate(words[action].done)}
        {isBad && (
          <AroundForeign
            words={(reason) => translate(words[action][outcome.kind](reason))}
            text={reasonOf(outcome.error, t('connection.noAnswer'))}
          />
        )}
      </span>
      {outcome && (
        <Button size="small" variant="text" onClick={onDismiss}>
          <span>{translate(words.dismiss)}</span>
        </Button>
      )}
    </div>
  );
}
