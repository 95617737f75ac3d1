import { useEffect } from 'react';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';

/** Reports the origin of the draft once, after opening it. */
export function useArrivalNotice({ restoredFrom, arrival, isElsewhere }: Draft): void {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  useEffect(() => {
    if (isElsewhere || arrival === 'new') return;
    const when = formatDateTime(restoredFrom ?? 0, language);
    notify({ text: t(`save.${arrival}`, { when }) });
    // A change of the language must not repeat the notice.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [restoredFrom, arrival, isElsewhere]);
}
