import ButtonBase from '@mui/material/ButtonBase';
import { Search } from 'lucide-react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';

/** Opens the command palette. */
export function PaletteButton({ onPalette }: { onPalette: () => void }) {
  const t = useWords();
  return (
    <ButtonBase
      onClick={onPalette}
      aria-label={t('app.palette')}
      aria-haspopup="dialog"
      className={styles.palette}
    >
      <Search size={16} aria-hidden />
      <span className={styles.paletteText}>{t('app.palette')}</span>
      <kbd className={styles.paletteKeys}>Ctrl K</kbd>
    </ButtonBase>
  );
}
