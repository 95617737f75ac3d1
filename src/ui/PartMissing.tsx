import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useWords } from './words.ts';

interface PartMissingProps {
  again: () => void;
  /** What is the matter, where more can be said than that the part is missing. */
  words?: string;
}

/** In place of a part of the page that could not be loaded: what is the matter, and another try. */
export function PartMissing({ again, words }: PartMissingProps) {
  const t = useWords();
  return (
    <Box role="alert" sx={{ fontSize: 14 }}>
      {words ?? t('part.failed')}
      <Button size="small" variant="outlined" onClick={again} sx={{ ml: 2 }}>
        {t('action.retry')}
      </Button>
    </Box>
  );
}
