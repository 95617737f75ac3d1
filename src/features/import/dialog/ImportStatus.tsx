import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { stageWords, importWords } from '../words/import-words.ts';
import styles from './dialog.module.css';
import type { ConversionState } from './use-conversion.ts';

/** Conversions that take less than this show no progress, milliseconds. */
const SLOW_MS = 400;

interface ImportStatusProps {
  state: ConversionState;
  onCancel: () => void;
  onRetry: () => void;
  onGoToLine: (line: number) => void;
}

/** Progress of the conversion, or why there is no result. */
export function ImportStatus({ state, onCancel, onRetry, onGoToLine }: ImportStatusProps) {
  const translate = useTranslate();
  if (state.kind === 'working') return <Progress stage={state.stage} onCancel={onCancel} />;
  if (state.kind === 'refused') {
    const { line, column, message } = state.refusal;
    return (
      <div role="alert" className={styles.refusal}>
        <div>
          <strong>{translate(importWords.refused(line, column))}</strong> {translate(message)}{' '}
          {translate(importWords.refusedHelp)}
        </div>
        <Button size="small" variant="outlined" onClick={() => onGoToLine(line)}>
          {translate(importWords.goToLine(line))}
        </Button>
      </div>
    );
  }
  if (state.kind !== 'failed' && state.kind !== 'cancelled') return null;
  return (
    <div role="alert" className={styles.refusal}>
      <div>{translate(importWords[state.kind])}</div>
      <Button size="small" variant="outlined" onClick={onRetry}>
        {translate(importWords.retry)}
      </Button>
    </div>
  );
}

interface ProgressProps {
  stage: Extract<ConversionState, { kind: 'working' }>['stage'];
  onCancel: () => void;
}

function Progress({ stage, onCancel }: ProgressProps) {
  const translate = useTranslate();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  return (
    <div role="status" className={styles.progress}>
      <span className={styles.track} aria-hidden />
      <span className={styles.stage}>{translate(stageWords[stage])}</span>
      <Button size="small" variant="outlined" onClick={onCancel}>
        {translate(importWords.stop)}
      </Button>
    </div>
  );
}
