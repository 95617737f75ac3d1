import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Hourglass } from 'lucide-react';
import { useSession } from '#src/client/session/session.ts';
import { formatDuration } from '../words/format-duration.ts';
import { WARN_MS } from './token-expiry.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';

/** Counts the last half hour of a token in the top bar; a press asks for the next one. */
export function TokenBadge({ onRenew }: { onRenew: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const { token, tokenExpiresAt } = useSession();
  const now = useNow(5_000);
  if (token === '' || tokenExpiresAt === undefined || tokenExpiresAt - now > WARN_MS) return null;
  const words = t('signIn.left', {
    time: formatDuration(Math.max(0, tokenExpiresAt - now))[language],
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
      sx={{
        minWidth: 0,
        px: { xs: 1, lg: 1.25 },
        height: 40,
        flexShrink: 0,
        whiteSpace: 'nowrap',
        '& .MuiButton-startIcon': { mr: { xs: 0, lg: 1 } },
      }}
    >
      <Box component="span" sx={{ display: { xs: 'none', lg: 'inline' } }}>
        {words}
      </Box>
    </Button>
  );
}
