import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { PlugZap } from 'lucide-react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './panel.module.css';

interface TestButtonProps {
  isRunning: boolean;
  onTest: () => void;
}

/** Tests the connection with the current inputs. */
export function TestButton({ isRunning, onTest }: TestButtonProps) {
  const t = useWords();
  return (
    <Button
      variant="outlined"
      onClick={onTest}
      aria-disabled={isRunning}
      title={t('connection.testHelp')}
      startIcon={
        isRunning ? (
          <CircularProgress size={16} color="inherit" />
        ) : (
          <PlugZap size={16} aria-hidden />
        )
      }
      className={styles.test}
    >
      {t(isRunning ? 'connection.testing' : 'connection.test')}
    </Button>
  );
}
