import Button from '@mui/material/Button';
import { Hourglass } from 'lucide-react';
import { useSession } from '#src/client/session/session.ts';
import { formatDuration } from '../words/format-duration.ts';
import styles from './token-badge.module.css';
import { WARN_MS } from './token-expiry.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Shows the remaining time of a token in the top bar during its last half hour. A click asks for a new token. */
export function TokenBadge({ onRenew }: { onRenew: () => void }) {
  const t = useWords();
  const { token, tokenExpiresAt } = useSession();
  const now = useNow(5_000);
  if (token === '' || tokenExpiresAt === undefined || tokenExpiresAt - now > WARN_MS) return null;
  const words = t('signIn.left', {
    time: formatDuration(t, Math.max(0, tokenExpiresAt - now)),
  });
  return (
    <Button
      size="small"
      variant="outlined"
      color="warning"
      onClick={onRenew}
      aria-label={`${words}. ${t('signIn.enterToken')}`}
      title={t('signIn.enterToken')}
      startIcon={<Hourglass size={16} aria-hidden />}
      className={styles.badge}
      classes={{ startIcon: styles.icon }}
    >
      <span className={styles.text}>{words}</span>
    </Button>
  );
}
