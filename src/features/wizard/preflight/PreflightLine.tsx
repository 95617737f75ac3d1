import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { PreflightResults } from './PreflightResults.tsx';
import { preflightWords as words } from './preflight-words.ts';
import styles from './preflight.module.css';
import { usePreflight } from './use-preflight.ts';

/** The preflight on Review: one line, which opens. The list of problems already has the warnings of the rules. */
export function PreflightLine() {
  const translate = useTranslate();
  const { results, isLoading } = usePreflight();
  if (results.length === 0 && isLoading) {
    // As high as the result, so that nothing below it moves.
    return (
      <div className={styles.line}>
        <div className={styles.waiting}>
          <LoaderCircle size={18} aria-hidden />
          {translate(words.loading)}
        </div>
      </div>
    );
  }
  if (results.length === 0) return null;
  const warnings = results.filter(({ state }) => state === 'warning');
  const Icon = warnings.length > 0 ? TriangleAlert : CircleCheck;
  return (
    <details className={styles.line} data-state={warnings.length > 0 ? 'warning' : 'passed'}>
      <summary>
        <Icon size={18} aria-hidden />
        <span>
          {translate(
            warnings.length > 0
              ? words.review.warnings(warnings.length)
              : words.review.clean(results.length),
          )}
        </span>
      </summary>
      <PreflightResults results={results} />
    </details>
  );
}
