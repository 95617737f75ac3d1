import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { foreignShort } from '#src/domain/core/foreign-text.ts';
import { useSay } from '#src/ui/say.ts';
import type { AttemptError } from '../attempt/attempt.ts';
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
            <span>{say(words.cause)}</span>
          </Box>
          <Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t('submit.toDo')}{' '}
            </Box>
            <span>{say(words.action)}</span>
          </Box>
        </Box>
      )}
      <Facts
        facts={[
          [t('submit.answeredId'), error.answeredId],
          ...(error.mismatches ?? []).map(
            ({ what, sent, answered }) =>
              [
                t(`submit.mismatch.${what}`),
                t('submit.mismatch.pair', { answered: foreignShort(answered), sent }),
              ] as const,
          ),
          [t('submit.code'), error.code],
          // What the page itself found is said in words above.
          [t('submit.message'), error.kind === 'mismatch' ? undefined : error.message],
          [t('submit.status'), error.status === undefined ? undefined : String(error.status)],
          [t('submit.requestId'), error.requestId],
        ]}
      />
    </>
  );
}
