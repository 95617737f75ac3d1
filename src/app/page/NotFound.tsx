import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useLocation } from 'wouter';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTabTitle } from './bar/use-tab-title.ts';

/** An address that leads nowhere, with the way back to the form. */
export function NotFound() {
  const t = useWords();
  const [, navigate] = useLocation();
  useTabTitle();
  return (
    <Box component="main" sx={{ p: 4, display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Typography variant="h1">{t('app.notFound')}</Typography>
      <Button variant="contained" onClick={() => navigate('/new/basics')}>
        {t('app.toForm')}
      </Button>
    </Box>
  );
}
