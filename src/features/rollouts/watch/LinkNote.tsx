import Button from '@mui/material/Button';
import { isClientError } from '#src/client/http/errors.ts';
import type { FeedState } from '#src/client/rollouts/feed-state.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { formatClockTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { watchWords as words } from '../words/watch-words.ts';
import styles from './watch.module.css';

const STORE_FAILED = 'BUILDER.store_failed';

/** Says so if the page shows an old state, or only polls. */
export function LinkNote({ state, retry }: { state: FeedState; retry: () => void }) {
  const translate = useTranslate();
  const language = useLanguage();
  const { link, heardMs, error } = state;
  const isStore = isClientError(error) && error.kind === 'http' && error.code === STORE_FAILED;
  const lost = isStore ? words.storeFailed : words.lost;
  return (
    // Always there, so that screen readers announce its content.
    <div role="status" className={styles.link}>
      {link === 'lost' && (
        <div ref={keepRowFocus} className={styles.note}>
          <span>{translate(lost(formatClockTime(heardMs, language)))}</span>
          <Button size="small" variant="text" onClick={retry}>
            <span>{translate(words.reconnect)}</span>
          </Button>
        </div>
      )}
      {link === 'polling' && <p className={styles.quiet}>{translate(words.polling)}</p>}
    </div>
  );
}
