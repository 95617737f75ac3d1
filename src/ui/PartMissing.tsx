import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useWords } from './words.ts';

/** In place of a part of the page that could not be loaded: what is the matter, and another try. */
export function PartMissing({ again }: { again: () => void }) {
  const t = useWords();
  return (
    <Box role="alert" sx={{ fontSize: 14 }}>
      {t('part.failed')}
      <Button size="small" variant="outlined" onClick={again} sx={{ ml: 2 }}>
        {t('action.retry')}
      </Button>
    </Box>
  );
}
