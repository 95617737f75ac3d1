import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useTabTitle } from './use-tab-title.ts';

/** An address that leads nowhere, with the way back to the form. */
export function NotFound() {
  const { t } = useTranslation();
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
