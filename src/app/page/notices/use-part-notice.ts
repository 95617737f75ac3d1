import { useCallback } from 'react';
import type { PartFailure } from '#src/ui/parts/part-failure.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Returns a function that reports a missing part of the page and offers to reload the page. */
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
