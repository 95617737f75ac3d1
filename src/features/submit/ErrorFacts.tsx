import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useSay } from '#src/ui/say.ts';
import type { AttemptError } from './attempt.ts';
import { Facts } from './Facts.tsx';
import { useErrorWords } from './use-error-words.ts';

/** An error in words, and below them as it came. */
export function ErrorFacts({ error }: { error: AttemptError }) {
  const { t } = useTranslation();
  const say = useSay();
  const words = useErrorWords(error);
  return (
    <>
      {words && (
        <Box sx={{ mt: 1, fontSize: 13, lineHeight: '20px' }}>
          <Box>{say(words.meaning)}</Box>
          <Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t('submit.cause')}{' '}
            </Box>
            {say(words.cause)}
          </Box>
          <Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t('submit.toDo')}{' '}
            </Box>
            {say(words.action)}
          </Box>
        </Box>
      )}
      <Facts
        facts={[
          [t('submit.code'), error.code],
          [t('submit.message'), error.message],
          [t('submit.status'), error.status === undefined ? undefined : String(error.status)],
          [t('submit.requestId'), error.requestId],
        ]}
      />
    </>
  );
}
