import type { NamedPlace } from '#src/client/session/place.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { SubmissionView } from '../submission/submission-view.ts';
import { AttemptDetails } from './AttemptDetails.tsx';
import type { OutcomeActions } from './attempt-view.ts';
import { Headline } from './Headline.tsx';
import { headlineOf } from '../words/headline-words.ts';
import styles from './outcome.module.css';
import { RawExchange } from './RawExchange.tsx';
import { Disclosure } from './Disclosure.tsx';

interface LastSubmissionProps {
  attempt: Attempt;
  exchange: SubmissionView['exchange'];
  /** The place the page is connected to. */
  here: NamedPlace | undefined;
  actions: OutcomeActions;
}

/** The outcome of a submission of another text, or to another place than the current one. */
export function LastSubmission({ attempt, exchange, here, actions }: LastSubmissionProps) {
  const t = useWords();
  const language = useLanguage();
  const state = { attempt, activity: 'none', isElsewhere: false, isFromBefore: false } as const;
  const headline = headlineOf(t, language, state, here);
  if (headline === undefined) return null;
  return (
    <div role="group" aria-label={t('submit.last')} className={styles.past}>
      <div className={styles.pastTitle}>
        <span>{t('submit.last')}</span>
        <span>{' · '}</span>
        <span>{formatDateTime(attempt.sentAt, language, 'long')}</span>
      </div>
      <Headline {...headline} isQuiet />
      <Disclosure title={t('submit.details')} className={styles.details}>
        <AttemptDetails attempt={attempt} lookup={undefined} here={here} actions={actions} />
        <RawExchange attempt={attempt} exchange={exchange} />
      </Disclosure>
    </div>
  );
}
