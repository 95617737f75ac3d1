import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { PartFailure } from './part-failure.ts';
import { useWords } from '../words/page-words.ts';

interface PartMissingProps {
  again: () => void;
  failure: PartFailure;
  /** Says what is missing, where more can be said than "this part of the page". */
  words?: string;
}

/** In place of a missing part of the page: why it is missing, another try, and a reload where that may help. */
export function PartMissing({ again, failure, words }: PartMissingProps) {
  const t = useWords();
  return (
    <Box role="alert" sx={{ fontSize: 14 }}>
      <div>{words ?? t(`part.${failure}`)}</div>
      <Box sx={{ color: 'text.secondary', fontSize: 13, mt: 0.5 }}>{t(`part.${failure}Help`)}</Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5, flexWrap: 'wrap' }}>
        <Button size="small" variant="outlined" onClick={again}>
          {t('action.retry')}
        </Button>
        <Button size="small" variant="text" onClick={() => window.location.reload()}>
          {t('app.reload')}
        </Button>
      </Box>
    </Box>
  );
}
