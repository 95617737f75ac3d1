import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { Attempt } from './attempt/attempt.ts';
import type { Submission } from './submission/submission-view.ts';

/** Shows a notice about the outcome of an attempt, or its lookup, while the user is at another step. */
export function useOutcomeNotice(submission: Submission | undefined): void {
  const t = useWords();
  const notify = useNotify();
  const [location, navigate] = useLocation();
  const onProgress = useEffectEvent(({ state, name }: Attempt) => {
    if (location.endsWith('/review')) return;
    const action = { label: t('submit.show'), run: () => navigate('/new/review') };
    if (state === 'created' || state === 'rejected' || state === 'notFound')
      notify({ text: t(`submit.notice.${state}`, { name }), action });
    else if (state === 'reconciling' || state === 'ambiguous')
      notify({ text: t('submit.notice.unknown', { name }), action });
  });
  useEffect(() => {
    if (submission === undefined) return undefined;
    let last: Attempt | undefined;
    return submission.subscribe(() => {
      const { attempt, isFromBefore } = submission.view();
      if (attempt === undefined) return;
      if (attempt.key === last?.key && attempt.state === last.state) return;
      const isNew = last !== undefined || !isFromBefore || attempt.state === 'reconciling';
      last = attempt;
      if (isNew) onProgress(attempt);
    });
  }, [submission]);
}
