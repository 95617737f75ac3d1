import Box from '@mui/material/Box';
import type { SignInRefusal } from '#src/client/queries/access.ts';
import { pointsToClock } from '#src/domain/api/errors/clock-errors.ts';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { SKEW_MOST_MS } from '../diagnosis/clock-skew.ts';
import { formatDuration } from '../words/format-duration.ts';

interface SignInReasonProps {
  /** Why the question comes, in a sentence. */
  words: string;
  refusal?: SignInRefusal | undefined;
}

/** Why a dialog asks to sign in: in words, then the refusal as it came, then what is known of the clocks. */
export function SignInReason({ words, refusal }: SignInReasonProps) {
  const t = useWords();
  return (
    <Box role="note" sx={{ fontSize: 13, lineHeight: '20px', overflowWrap: 'anywhere' }}>
      <Box sx={{ fontWeight: 500 }}>{words}</Box>
      {refusal && (
        <>
          <Box sx={{ mt: 0.5 }}>
            {refusal.code && (
              <Box component="span" translate="no" sx={{ fontWeight: 500, mr: 1 }}>
                <ForeignText text={refusal.code} />
              </Box>
            )}
            <ForeignText text={refusal.message} />
          </Box>
          {refusal.requestId && (
            <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
              {t('submit.requestId')}: <ForeignText text={refusal.requestId} />
            </Box>
          )}
          <Clocks refusal={refusal} />
        </>
      )}
    </Box>
  );
}

/** Named where the words of the refusal point to a clock, or where a clock is wrong whatever the words. */
function Clocks({ refusal }: { refusal: SignInRefusal }) {
  const t = useWords();
  const language = useLanguage();
  const { clockOffsetMs: device, serverOffsetMs: server } = refusal;
  const isWrong = [device, server].some((ms) => Math.abs(ms ?? 0) > SKEW_MOST_MS);
  const isNamed = pointsToClock(refusal);
  if (!isNamed && !isWrong) return null;
  const compare = (whose: 'device' | 'server', ms: number | undefined) => {
    if (ms === undefined) return undefined;
    if (Math.abs(ms) < AGREES_MS) return t(`signIn.clocks.${whose}.agrees`);
    const time = formatDuration(ms)[language];
    return t(`signIn.clocks.${whose}.${ms > 0 ? 'behind' : 'ahead'}`, { time });
  };
  const known = [compare('device', device), compare('server', server)].filter(
    (words) => words !== undefined,
  );
  return (
    <Box sx={{ mt: 0.5, color: 'warning.main' }}>
      {isNamed && <Box>{t('signIn.clocks.named')}</Box>}
      {known.map((words) => (
        <Box key={words}>{words}</Box>
      ))}
      {known.length === 0 && <Box>{t('signIn.clocks.unknown')}</Box>}
    </Box>
  );
}

/** Clocks of answers tell whole seconds, and answers take time: what differs less is called equal, in milliseconds. */
const AGREES_MS = 60_000;
