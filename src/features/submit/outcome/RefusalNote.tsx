import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { AsNew } from './AsNew.tsx';
import { Facts } from './Facts.tsx';
import { formatPlace } from './format-place.ts';
import { formatTime } from './format-time.ts';
import type { SubmitRefusal } from '../submission/submission-view.ts';

interface RefusalNoteProps {
  refusal: SubmitRefusal;
  onSubmit: (more: { asNew?: boolean; unrecorded?: boolean }) => void;
  canSubmit: boolean;
}

/** What can be done where the page itself would not send. */
export function RefusalNote({ refusal, onSubmit, canSubmit }: RefusalNoteProps) {
  const { t, i18n } = useTranslation();
  if (refusal.kind === 'unrecordable')
    return (
      <Box sx={{ mt: 1.5 }}>
        <Button size="small" variant="outlined" onClick={() => onSubmit({ unrecorded: true })}>
          {t('submit.sendAnyway')}
        </Button>
      </Box>
    );
  if (refusal.kind !== 'conflict') return null;
  const { name, place, sentAt, answer, state } = refusal.conflict;
  return (
    <>
      <Facts
        facts={[
          [t('submit.id'), answer?.id],
          [t('submit.sentAt'), formatTime(new Date(sentAt).toISOString(), i18n.language)],
          [t('submit.sentTo'), formatPlace(t, place)],
        ]}
      />
      {canSubmit && (
        <AsNew
          name={name}
          isThere={state === 'created' && !refusal.isUnclear}
          onSubmit={() => onSubmit({ asNew: true })}
        />
      )}
    </>
  );
}
