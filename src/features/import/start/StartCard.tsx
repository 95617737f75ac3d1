import { BookOpen, FileInput, History } from 'lucide-react';
import { useState } from 'react';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './start-card.module.css';

interface StartCardProps {
  /** The address of the start page. */
  startPath: string;
  onImport: () => void;
  onStart: () => void;
  onDrafts: () => void;
}

/**
 * Other ways to start than the empty form, while the document is untouched. After the first edit the card leaves its
 * space empty, so that the field being edited does not move.
 */
export function StartCard({ startPath, onImport, onStart, onDrafts }: StartCardProps) {
  const t = useWords();
  const isUntouched = useDocument((document) => document === initialBody);
  const [wasShown] = useState(isUntouched);
  if (!isUntouched && !wasShown) return null;
  // Links, because the top bar has a button of the same name, and because links can be opened in another tab.
  return (
    <div className={styles.card} style={isUntouched ? undefined : { visibility: 'hidden' }}>
      <span className={styles.title}>{t('app.startCard')}</span>
      <a
        href={startPath}
        onClick={(event) => {
          event.preventDefault();
          onImport();
        }}
      >
        <FileInput size={16} aria-hidden />
        {t('app.import')}
      </a>
      <a
        href={startPath}
        onClick={(event) => {
          event.preventDefault();
          onStart();
        }}
      >
        <BookOpen size={16} aria-hidden />
        {t('app.openExample')}
      </a>
      <a
        href={startPath}
        onClick={(event) => {
          event.preventDefault();
          onDrafts();
        }}
      >
        <History size={16} aria-hidden />
        {t('app.recentDrafts')}
      </a>
    </div>
  );
}
