import { useCallback } from 'react';
import type { IssueCounts } from '../editing/issues/count-issues.ts';
import { useWords } from './page-words.ts';

/** Formats counts, most severe first: `1 error, 2 warnings, 1 to fill in`. Empty if all are 0. */
export function useCountWords(): (counts: IssueCounts) => string {
  const t = useWords();
  return useCallback(
    ({ errors, warnings, blanks }) =>
      [
        errors > 0 && t('count.errors', { count: errors }),
        warnings > 0 && t('count.warnings', { count: warnings }),
        blanks > 0 && t('count.toFill', { count: blanks }),
      ]
        .filter(Boolean)
        .join(t('count.and')),
    [t],
  );
}
