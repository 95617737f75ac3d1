import { useCallback } from 'react';
import type { PartFailure } from '#src/ui/parts/part-failure.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Says that a part of the page is missing, and offers to reload the page. */
export function usePartNotice(): (failure: PartFailure) => void {
  const t = useWords();
  const notify = useNotify();
  return useCallback(
    (failure) =>
      notify({
        text: t(`part.${failure}`),
        action: { label: t('app.reload'), run: () => window.location.reload() },
      }),
    [t, notify],
  );
}
