import Button from '@mui/material/Button';
import clsx from 'clsx';
import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { DefinitionList, type Definition } from '#src/ui/blocks/DefinitionList.tsx';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { formatDuration } from '../words/format-duration.ts';
import type { CheckState } from './diagnose.ts';
import { findingStages } from './findings.ts';
import type { Stage } from './stages.ts';
import styles from './test-result.module.css';
import type { TestResult } from './use-test.ts';

const icons = {
  done: CircleCheck,
  warning: TriangleAlert,
  failed: CircleX,
  open: CircleDashed,
} as const satisfies Record<CheckState, unknown>;

interface TestResultViewProps {
  result: TestResult;
  /** True if the user's token opens the target. */
  hasToken: boolean;
  /** Asks for the access secret. */
  onAccess: () => void;
}

/**
 * The result of a test: the stages in the order of a request. The failed stage also shows its meaning and the next
 * steps.
 */
export function TestResultView({ result, hasToken, onAccess }: TestResultViewProps) {
  const t = useWords();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers return a promise here, which React would take for a cleanup function.
    void frame.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);
  const { checks, finding, skewMs } = result.diagnosis;
  return (
    <section
      ref={frame}
      aria-label={t('diagnosis.title')}
      className={clsx(styles.result, finding !== undefined && styles.hasFailed)}
    >
      <div className={styles.summary}>
        {finding === undefined
          ? t('diagnosis.passed')
          : t('diagnosis.failed', { stage: t(`diagnosis.stages.${findingStages[finding]}`) })}
      </div>
      <ol className={styles.stages}>
        {checks.map(({ stage, state }) => (
          <li key={stage}>
            <StageLine stage={stage} state={state} />
            {state === 'failed' && <Failure result={result} onAccess={onAccess} />}
            {stage === 'clock' && skewMs !== undefined && (
              <ClockSkew skewMs={skewMs} hasToken={hasToken} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function StageLine({ stage, state }: { stage: Stage; state: CheckState }) {
  const t = useWords();
  const Icon = icons[state];
  // A loopback endpoint may use no TLS, so the page cannot report that TLS works, only that it found no problem.
  const isNoFault = stage === 'tls' && state === 'done';
  return (
    <div className={clsx(styles.stage, styles[state])}>
      <span className={styles.icon}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles.name}>{t(`diagnosis.stages.${stage}`)}</span>
      <span className={styles.state}>{t(`diagnosis.states.${isNoFault ? 'noFault' : state}`)}</span>
    </div>
  );
}

function Failure({ result, onAccess }: { result: TestResult; onAccess: () => void }) {
  const t = useWords();
  const { error, diagnosis, requestId } = result;
  const { finding } = diagnosis;
  if (finding === undefined) return null;
  const answer = error?.kind === 'http' ? error : undefined;
  const isPageServer = answer?.code.startsWith('BUILDER.') ?? false;
  const seconds = answer?.retryAfterS;
  const facts: readonly Definition[] = [
    [
      t('diagnosis.facts.wait'),
      seconds === undefined ? undefined : t('diagnosis.seconds', { seconds }),
    ],
    [t('diagnosis.facts.code'), answer?.code],
    // The message of our own server is already shown above, in the language of the page.
    [t('diagnosis.facts.message'), isPageServer ? undefined : error?.message],
    [t('diagnosis.facts.status'), answer && String(answer.status)],
    [t('diagnosis.facts.requestId'), requestId],
  ];
  return (
    <div className={styles.details}>
      <div>{t(`diagnosis.findings.${finding}.means`)}</div>
      <div className={styles.todo}>{t(`diagnosis.findings.${finding}.todo`)}</div>
      {finding === 'accessNeeded' && (
        <Button size="small" variant="outlined" onClick={onAccess} className={styles.action}>
          {t('diagnosis.enterSecret')}
        </Button>
      )}
      <DefinitionList isSmall items={facts} />
    </div>
  );
}

function ClockSkew({ skewMs, hasToken }: { skewMs: number; hasToken: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const time = formatDuration(t, skewMs);
  return (
    <div className={styles.details}>
      {joinSentences(
        language,
        t(skewMs > 0 ? 'diagnosis.behind' : 'diagnosis.ahead', { time }),
        hasToken && t('diagnosis.byService'),
      )}
    </div>
  );
}
