import type { SignInRefusal } from '#src/client/queries/access.ts';
import { pointsToClock } from '#src/domain/api/errors/clock-errors.ts';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { MAX_SKEW_MS } from '../diagnosis/clock-skew.ts';
import { formatDuration } from '../words/format-duration.ts';
import styles from './token.module.css';

interface SignInReasonProps {
  /** The sentence that explains why the dialog opened. */
  words: string;
  refusal?: SignInRefusal | undefined;
}

/** Explains why a dialog asks to sign in: a sentence, the original refusal, and a comparison of the clocks. */
export function SignInReason({ words, refusal }: SignInReasonProps) {
  const t = useWords();
  return (
    <div role="note" className={styles.reason}>
      <div className={styles.sentence}>{words}</div>
      {refusal && (
        <>
          <div className={styles.refusal}>
            {refusal.code && (
              <span translate="no" className={styles.code}>
                <ForeignText text={refusal.code} />
              </span>
            )}
            <ForeignText text={refusal.message} />
          </div>
          {refusal.requestId && (
            <div className={styles.requestId}>
              {t('submit.requestId')}: <ForeignText text={refusal.requestId} />
            </div>
          )}
          <ClockComparison refusal={refusal} />
        </>
      )}
    </div>
  );
}

/** Compares the clocks if the refusal mentions one, or if one of them is wrong. */
function ClockComparison({ refusal }: { refusal: SignInRefusal }) {
  const t = useWords();
  const { clockOffsetMs: device, serverOffsetMs: server } = refusal;
  const isWrong = [device, server].some((ms) => Math.abs(ms ?? 0) > MAX_SKEW_MS);
  const isMentioned = pointsToClock(refusal);
  if (!isMentioned && !isWrong) return null;
  const compare = (clock: 'device' | 'server', ms: number | undefined) => {
    if (ms === undefined) return undefined;
    if (Math.abs(ms) < AGREES_MS) return t(`signIn.clocks.${clock}.agrees`);
    const time = formatDuration(t, ms);
    return t(`signIn.clocks.${clock}.${ms > 0 ? 'behind' : 'ahead'}`, { time });
  };
  const comparisons = [compare('device', device), compare('server', server)].filter(
    (words) => words !== undefined,
  );
  return (
    <div className={styles.clocks}>
      {isMentioned && <div>{t('signIn.clocks.named')}</div>}
      {comparisons.map((words) => (
        <div key={words}>{words}</div>
      ))}
      {comparisons.length === 0 && <div>{t('signIn.clocks.unknown')}</div>}
    </div>
  );
}

/** Responses carry whole seconds and take time, so clocks that differ by less count as equal, in milliseconds. */
const AGREES_MS = 60_000;
