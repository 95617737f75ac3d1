import { useTranslation } from 'react-i18next';
import { isSamePlace, type NamedPlace } from '#src/client/place.ts';
import { foreignShort } from '#src/domain/core/foreign-text.ts';
import type { HeadlineWords } from './Headline.tsx';
import { formatPlace } from './format-place.ts';
import type { SubmissionView } from '../submission/submission-view.ts';

type HeadlineState = Pick<
  SubmissionView,
  'attempt' | 'refusal' | 'activity' | 'isElsewhere' | 'isFromBefore'
>;

/** What a submit has come to, in a sentence or two; undefined while there is nothing to say. */
export function useHeadline(
  { attempt, refusal, activity, isElsewhere, isFromBefore }: HeadlineState,
  here: NamedPlace | undefined,
): HeadlineWords | undefined {
  const { t } = useTranslation();
  if (activity === 'asking') return { look: 'note', text: t('submit.asking') };
  if (activity !== 'none') return undefined;
  if (refusal !== undefined) {
    const { kind } = refusal;
    if (kind === 'conflict') {
      const { name, state } = refusal.conflict;
      const already = refusal.isUnclear ? 'submit.alreadyUnclear' : 'submit.already';
      const text = t(state === 'created' ? already : 'submit.rivalOpen', { name });
      return { look: 'note', text, help: t('submit.nothingSent') };
    }
    if (kind === 'unrecordable') {
      const text = t('submit.unrecordable', { reason: foreignShort(refusal.message) });
      return { look: 'note', text, help: t('submit.unrecordableHelp') };
    }
    return { look: 'note', text: t(`submit.${kind}`), help: t('submit.nothingSent') };
  }
  if (attempt === undefined) return undefined;
  const { name, place, state } = attempt;
  const isAway = here !== undefined && !isSamePlace(here, place);
  const together = (...parts: readonly (string | false)[]) => {
    const away = isAway && t('submit.away', { place: formatPlace(t, place) });
    return [...parts, away].filter((one) => one !== false).join(t('submit.space'));
  };
  if (isElsewhere) return { look: 'busy', text: t('submit.sentElsewhere', { name }) };
  switch (state) {
    case 'created': {
      if (attempt.goneAt !== undefined)
        return { look: 'note', text: t('submit.deleted', { name }), help: together() };
      const isFound = attempt.answer?.status === undefined;
      const help = together(isFound && t('submit.found'), isFromBefore && t('submit.unchanged'));
      return { look: 'good', text: t('submit.created', { name }), help };
    }
    case 'rejected':
      return { look: 'bad', text: t('submit.rejected'), help: together() };
    case 'notFound': {
      const hasOthers = (attempt.sighting?.others.length ?? 0) > 0;
      const isOfAnother = attempt.error?.kind === 'mismatch';
      const help = t(
        hasOthers
          ? 'submit.notFoundOthers'
          : isOfAnother
            ? 'submit.notFoundMismatch'
            : 'submit.notFoundHelp',
      );
      return { look: 'bad', text: t('submit.notFound', { name }), help: together(help) };
    }
    case 'ambiguous':
      return {
        look: 'open',
        text: t('submit.ambiguous'),
        help: together(t('submit.ambiguousHelp')),
      };
    case 'settled':
      return undefined;
    default: {
      const where = isAway ? 'submit.unknownAway' : 'submit.unknownHelp';
      const help = t(where, { name, place: formatPlace(t, place) });
      return { look: 'open', text: t('submit.unknown'), help };
    }
  }
}
