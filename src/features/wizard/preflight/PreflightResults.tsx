import Button from '@mui/material/Button';
import clsx from 'clsx';
import { Check, TriangleAlert } from 'lucide-react';
import type { Meter, PreflightResult } from '#src/domain/preflight/preflight-result.ts';
import { goToField } from '#src/ui/focus/go-to-field.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { formatAge } from '#src/ui/words/format-age.ts';
import { preflightWords as words } from './preflight-words.ts';
import styles from './preflight.module.css';
import { UsageBar } from './UsageBar.tsx';

/** The warnings with their evidence, then the checks that passed, one line each. */
export function PreflightResults({ results }: { results: readonly PreflightResult[] }) {
  if (results.length === 0) return null;
  return (
    <ul className={styles.results}>
      {results.map((result) => (
        <Result key={`${result.check} ${result.path.join('/')}`} result={result} />
      ))}
    </ul>
  );
}

function Result({ result }: { result: PreflightResult }) {
  const translate = useTranslate();
  const { check, state, message, evidence, path, meter, sinceMs } = result;
  const isWarning = state === 'warning';
  const Icon = isWarning ? TriangleAlert : Check;
  return (
    <li className={clsx(styles.result, isWarning ? styles.warning : styles.passed)}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <div className={styles.message}>{translate(message)}</div>
        {meter && <MeterLine meter={meter} />}
        <div className={styles.evidence}>
          {evidence.map((value) => (
            <span key={value}>{value}</span>
          ))}
          {sinceMs !== undefined && <Since at={sinceMs} />}
        </div>
      </div>
      {isWarning && path.length > 0 && path[0] !== 'node_ids' && (
        <Button
          size="small"
          variant="outlined"
          className={styles.act ?? ''}
          aria-label={translate(words.changeOf(translate(words.checks[check])))}
          onClick={() => goToField(path)}
        >
          {translate(words.change)}
        </Button>
      )}
    </li>
  );
}

function MeterLine({ meter }: { meter: Meter }) {
  const translate = useTranslate();
  const { requested = 0, added, capacity } = meter;
  return (
    <div className={styles.meter}>
      <UsageBar requested={requested} added={added} capacity={capacity} />
      {requested > 0 && added > 0 && (
        <div aria-hidden className={styles.legend}>
          <span className={styles.already}>{translate(words.already)}</span>
          <span className={styles.added}>{translate(words.added)}</span>
        </div>
      )}
    </div>
  );
}

function Since({ at }: { at: number }) {
  const language = useLanguage();
  const translate = useTranslate();
  const now = useNow(10_000);
  return (
    <span>
      {translate(words.since(formatDateTime(at, language), formatAge(now - at, language)))}
    </span>
  );
}
