import Button from '@mui/material/Button';
import { useState, useSyncExternalStore } from 'react';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { Update } from './open-update.ts';
import { updateWords as words } from './update-words.ts';
import styles from './update.module.css';

/** Says that the edit is from an earlier visit, and offers to start again from the live object. */
export function RestoredNote({ update }: { update: Update }) {
  const { restoredFrom, run, store } = update;
  const translate = useTranslate();
  const language = useLanguage();
  const [isDiscarded, setDiscarded] = useState(false);
  const { now, base } = useSyncExternalStore(run.subscribe, run.view);
  if (restoredFrom === undefined || isDiscarded || now.stage !== 'idle') return null;
  return (
    <div role="status" ref={keepRowFocus} className={styles.restored}>
      <span>{translate(words.restored(formatDateTime(restoredFrom, language)))}</span>
      <Button
        size="small"
        variant="text"
        onClick={() => {
          store.edit(base);
          setDiscarded(true);
        }}
      >
        <span>{translate(words.discard)}</span>
      </Button>
    </div>
  );
}
