import Button from '@mui/material/Button';
import { useRequestMissing } from '#src/client/connection/use-request-missing.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { missingSignIn, signInRefusal } from '#src/client/queries/access.ts';
import type { Text } from '#src/domain/core/text.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './stale-note.module.css';

interface StaleNoteProps {
  error: Error;
  retry: () => void;
  words: { readonly stale: (reason: string) => Text; readonly signIn: Text };
}

/** The last poll failed: what is shown may be old. */
export function StaleNote({ error, retry, words }: StaleNoteProps) {
  const t = useWords();
  const translate = useTranslate();
  const requestMissing = useRequestMissing();
  const signIn = missingSignIn(error);
  return (
    <div role="status" ref={keepRowFocus} className={styles.stale}>
      <span>
        <AroundForeign
          words={(reason) => translate(words.stale(reason))}
          text={reasonOf(error, t('connection.noAnswer'))}
        />
      </span>
      <Button
        size="small"
        variant="text"
        onClick={() => (signIn ? requestMissing(signIn, signInRefusal(error)) : retry())}
      >
        <span>{signIn ? translate(words.signIn) : t('action.retry')}</span>
      </Button>
    </div>
  );
}
