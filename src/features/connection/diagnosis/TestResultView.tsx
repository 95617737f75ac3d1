import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { DefinitionList, type Definition } from '#src/ui/blocks/DefinitionList.tsx';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { findings, type CheckState } from './diagnose.ts';
import { formatDuration } from '../words/format-duration.ts';
import { stageNames, type Stage } from './stages.ts';
import type { TestResult } from './use-test.ts';

const looks = {
  done: { Icon: CircleCheck, color: 'success.main', word: 'done' },
  warning: { Icon: TriangleAlert, color: 'warning.main', word: 'warning' },
  failed: { Icon: CircleX, color: 'error.main', word: 'broken' },
  open: { Icon: CircleDashed, color: 'text.secondary', word: 'open' },
} as const satisfies Record<CheckState, unknown>;

interface TestResultViewProps {
  result: TestResult;
  /** The end of a token is of interest. */
  hasToken: boolean;
  /** Asks for the access secret. */
  onAccess: () => void;
}

/** What a test came to, part by part in the order of the way; at the one that fails what it means and what to do. */
export function TestResultView({ result, hasToken, onAccess }: TestResultViewProps) {
  const t = useWords();
  const translate = useTranslate();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers give a promise here, which is no way to clean up.
    void frame.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);
  const { checks, finding, skewMs } = result.diagnosis;
  const summary =
    finding === undefined
      ? t('connection.result.good')
      : t('connection.result.failed', { stage: translate(stageNames[findings[finding].stage]) });
  return (
    <Box
      ref={frame}
      component="section"
      aria-label={t('connection.result.title')}
      sx={{
        border: '1px solid',
        borderColor: finding === undefined ? 'success.main' : 'error.main',
        borderRadius: '8px',
        px: 2,
        py: 1.5,
        scrollMarginBottom: '20px',
      }}
    >
      <Box sx={{ fontSize: 14, fontWeight: 600, mb: 1 }}>{summary}</Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
        {checks.map(({ stage, state }) => (
          <Box component="li" key={stage} sx={{ fontSize: 13, lineHeight: '20px' }}>
            <CheckLine stage={stage} state={state} />
            {state === 'failed' && <Failure result={result} onAccess={onAccess} />}
            {stage === 'clock' && skewMs !== undefined && (
              <Skew skewMs={skewMs} hasToken={hasToken} />
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function CheckLine({ stage, state }: { stage: Stage; state: CheckState }) {
  const t = useWords();
  const translate = useTranslate();
  const { Icon, color, word } = looks[state];
  // An endpoint on this very machine may be without TLS: there all that can be said is that nothing is wrong.
  const isNoFault = stage === 'tls' && state === 'done';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box component="span" sx={{ color, display: 'inline-flex' }}>
        <Icon size={16} aria-hidden />
      </Box>
      <Box
        component="span"
        sx={{
          flex: 1,
          fontWeight: state === 'failed' ? 600 : 400,
          color: state === 'open' ? 'text.secondary' : 'text.primary',
        }}
      >
        {translate(stageNames[stage])}
      </Box>
      <Box component="span" sx={{ color, fontWeight: state === 'open' ? 400 : 500 }}>
        {t(`connection.result.${isNoFault ? 'noFault' : word}`)}
      </Box>
    </Box>
  );
}

const under = { ml: 3, mt: 0.25, mb: 0.5 } as const;

function Failure({ result, onAccess }: { result: TestResult; onAccess: () => void }) {
  const t = useWords();
  const translate = useTranslate();
  const { error, diagnosis, requestId } = result;
  if (diagnosis.finding === undefined) return null;
  const { means, todo } = findings[diagnosis.finding];
  const answer = error?.kind === 'http' ? error : undefined;
  const isOurs = answer?.code.startsWith('BUILDER.') ?? false;
  const wait = answer?.retryAfterS;
  const facts: readonly Definition[] = [
    [
      t('connection.result.wait'),
      wait === undefined ? undefined : t('connection.result.seconds', { number: wait }),
    ],
    [t('connection.result.code'), answer?.code],
    // What our own server says stands above in the language of the page.
    [t('connection.result.message'), isOurs ? undefined : error?.message],
    [t('connection.result.status'), answer && String(answer.status)],
    [t('connection.result.requestId'), requestId],
  ];
  return (
    <Box sx={under}>
      <div>{translate(means)}</div>
      <Box sx={{ mt: 0.5, fontWeight: 500 }}>{translate(todo)}</Box>
      {diagnosis.finding === 'access_needed' && (
        <Button size="small" variant="outlined" onClick={onAccess} sx={{ mt: 1 }}>
          {t('connection.result.enterSecret')}
        </Button>
      )}
      <DefinitionList isSmall items={facts} />
    </Box>
  );
}

function Skew({ skewMs, hasToken }: { skewMs: number; hasToken: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const time = formatDuration(skewMs)[language];
  return (
    <Box sx={under}>
      {joinSentences(
        language,
        t(skewMs > 0 ? 'connection.result.behind' : 'connection.result.ahead', { time }),
        hasToken && t('connection.result.byService'),
      )}
    </Box>
  );
}
