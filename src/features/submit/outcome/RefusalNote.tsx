import Button from '@mui/material/Button';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import type { SubmitRefusal, SubmitRequest } from '../submission/submission-view.ts';
import { formatPlace } from '../words/format-place.ts';
import styles from './outcome.module.css';
import { SubmitAsNew } from './SubmitAsNew.tsx';

interface RefusalNoteProps {
  refusal: SubmitRefusal;
  onSubmit: (more: Pick<SubmitRequest, 'asNew' | 'unrecorded'>) => void;
  canSubmit: boolean;
}

/** The actions that remain if the page refused to send. */
export function RefusalNote({ refusal, onSubmit, canSubmit }: RefusalNoteProps) {
  const t = useWords();
  const language = useLanguage();
  if (refusal.kind === 'unrecordable')
    return (
      <div className={styles.actions}>
        <Button size="small" variant="outlined" onClick={() => onSubmit({ unrecorded: true })}>
          {t('submit.sendAnyway')}
        </Button>
      </div>
    );
  if (refusal.kind !== 'conflict') return null;
  const { name, place, sentAt, answer, state } = refusal.conflict;
  return (
    <>
      <DefinitionList
        items={[
          [t('submit.id'), answer?.id],
          [t('submit.sentAt'), formatDateTime(sentAt, language, 'long')],
          [t('submit.sentTo'), formatPlace(t, language, place)],
        ]}
      />
      {canSubmit && (
        <SubmitAsNew
          name={name}
          isThere={state === 'created' && !refusal.isUnclear}
          onSubmit={() => onSubmit({ asNew: true })}
        />
      )}
    </>
  );
}
