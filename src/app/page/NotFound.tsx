import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useLocation } from 'wouter';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTabTitle } from './bar/use-tab-title.ts';
import styles from './not-found.module.css';

/** Shown for an unknown address. */
export function NotFound() {
  const t = useWords();
  const [, navigate] = useLocation();
  useTabTitle();
  return (
    <main className={styles.page}>
      <Typography variant="h1">{t('app.notFound')}</Typography>
      <Button variant="contained" onClick={() => navigate('/new/basics')}>
        {t('app.toForm')}
      </Button>
    </main>
  );
}
