import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { Language } from '#src/domain/core/text.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import type { GetWords } from '#src/ui/words/page-words.ts';
import type { Attempt, AttemptState } from '../attempt/attempt.ts';
import type { SubmissionView, SubmitRefusal } from '../submission/submission-view.ts';
import { formatPlace } from './format-place.ts';

export interface HeadlineWords {
  readonly tone: 'good' | 'bad' | 'open' | 'caution' | 'busy';
  readonly text: string;
  /** Further sentences below it. */
  readonly help?: string | undefined;
}

interface AttemptContext {
  readonly attempt: Attempt;
  readonly isFromBefore: boolean;
  /** True if the page is connected to another place now. */
  readonly isAway: boolean;
  readonly t: GetWords;
  readonly language: Language;
}

/** The headline by the state of the attempt. */
const headlines: Record<AttemptState, (context: AttemptContext) => HeadlineWords | undefined> = {
  intended: unknownOutcome,
  sent: unknownOutcome,
  unknown: unknownOutcome,
  reconciling: unknownOutcome,
  created({ attempt: { name, goneAt, answer }, isFromBefore, t, language }) {
    if (goneAt !== undefined) return { tone: 'caution', text: t('submit.deleted', { name }) };
    const isFound = answer?.status === undefined;
    const help = joinSentences(
      language,
      isFound && t('submit.found'),
      isFromBefore && t('submit.unchanged'),
    );
    return { tone: 'good', text: t('submit.created', { name }), help };
  },
  rejected: ({ t }) => ({ tone: 'bad', text: t('submit.rejected') }),
  notFound({ attempt, t }) {
    const text = t('submit.notFound', { name: attempt.name });
    return { tone: 'bad', text, help: t(notFoundHelp(attempt)) };
  },
  ambiguous: ({ t }) => ({
    tone: 'open',
    text: t('submit.ambiguous'),
    help: t('submit.ambiguousHelp'),
  }),
  settled: () => undefined,
};

type HeadlineState = Pick<
  SubmissionView,
  'attempt' | 'refusal' | 'activity' | 'isElsewhere' | 'isFromBefore'
>;

/** The outcome of a submit in a sentence or two; undefined while there is none. */
export function headlineOf(
  t: GetWords,
  language: Language,
  { attempt, refusal, activity, isElsewhere, isFromBefore }: HeadlineState,
  here: NamedPlace | undefined,
): HeadlineWords | undefined {
  if (activity === 'asking') return { tone: 'caution', text: t('submit.asking') };
  if (activity !== 'none') return undefined;
  if (refusal !== undefined) return refusalHeadline(t, refusal);
  if (attempt === undefined) return undefined;
  const { name, place, state } = attempt;
  if (isElsewhere) return { tone: 'busy', text: t('submit.sentElsewhere', { name }) };
  const isAway = here !== undefined && !isSamePlace(here, place);
  const headline = headlines[state]({ attempt, isFromBefore, isAway, t, language });
  if (headline === undefined || !isAway || headlines[state] === unknownOutcome) return headline;
  const away = t('submit.away', { place: formatPlace(t, language, place) });
  return { ...headline, help: joinSentences(language, headline.help, away) };
}

function refusalHeadline(t: GetWords, refusal: SubmitRefusal): HeadlineWords {
  if (refusal.kind === 'unrecordable') {
    const text = t('submit.unrecordable', { reason: foreignShort(refusal.message) });
    return { tone: 'caution', text, help: t('submit.unrecordableHelp') };
  }
  const text =
    refusal.kind === 'conflict' ? conflictSentence(t, refusal) : t(`submit.${refusal.kind}`);
  return { tone: 'caution', text, help: t('submit.nothingSent') };
}

function conflictSentence(
  t: GetWords,
  { conflict, isUnclear }: Extract<SubmitRefusal, { kind: 'conflict' }>,
): string {
  const { name, state } = conflict;
  if (state !== 'created') return t('submit.conflictOpen', { name });
  return t(isUnclear ? 'submit.alreadyUnclear' : 'submit.already', { name });
}

function unknownOutcome({ attempt, isAway, t, language }: AttemptContext): HeadlineWords {
  const { name, place } = attempt;
  const help = t(isAway ? 'submit.unknownAway' : 'submit.unknownHelp', {
    name,
    place: formatPlace(t, language, place),
  });
  return { tone: 'open', text: t('submit.unknown'), help };
}

function notFoundHelp({ sighting, error }: Attempt) {
  if ((sighting?.others.length ?? 0) > 0) return 'submit.notFoundOthers';
  return error?.kind === 'mismatch' ? 'submit.notFoundMismatch' : 'submit.notFoundHelp';
}
