import { useEffect } from 'react';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useHasReport } from '#src/features/import/use-import.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';

/** Reports the origin of the draft once, after opening it. */
export function useArrivalNotice({ id, restoredFrom, arrival, isElsewhere }: Draft): void {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const hasReport = useHasReport(id);
  useEffect(() => {
    // The banner of the import shows the origin, and the notice would cover it.
    if (isElsewhere || arrival === 'new' || (arrival === 'restored' && hasReport)) return;
    const when = formatDateTime(restoredFrom ?? 0, language);
    notify({ text: t(`save.${arrival}`, { when }) });
    // A change of the language or a dismissed report must not repeat the notice.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [restoredFrom, arrival, isElsewhere]);
}
