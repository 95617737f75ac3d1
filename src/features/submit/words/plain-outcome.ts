import type { GetWords } from '#src/ui/words/page-words.ts';
import type { SubmissionView } from '../submission/submission-view.ts';

/** The outcome as plain text that cannot fail to render; undefined if nothing was sent. */
export function plainOutcome(
  t: GetWords,
  { activity, attempt }: Pick<SubmissionView, 'activity' | 'attempt'>,
): string | undefined {
  if (activity !== 'none') return t('submit.sending');
  if (attempt === undefined || attempt.state === 'settled') return undefined;
  const { name, state, answer } = attempt;
  if (state === 'created')
    return answer === undefined
      ? t('submit.created', { name })
      : t('submit.createdWithId', { name, id: answer.id });
  if (state === 'rejected') return t('submit.rejected');
  if (state === 'notFound') return t('submit.notFound', { name });
  return t(state === 'ambiguous' ? 'submit.ambiguous' : 'submit.unknown');
}
