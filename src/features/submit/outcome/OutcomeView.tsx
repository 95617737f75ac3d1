import clsx from 'clsx';
import type { NamedPlace } from '#src/client/session/place.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { isOpen, type Attempt } from '../attempt/attempt.ts';
import type { SubmissionView, SubmitRequest } from '../submission/submission-view.ts';
import { AttemptDetails } from './AttemptDetails.tsx';
import type { OutcomeActions } from './attempt-view.ts';
import { Headline } from './Headline.tsx';
import { headlineOf } from '../words/headline-words.ts';
import styles from './outcome.module.css';
import { RawExchange } from './RawExchange.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { SubmitAsNew } from './SubmitAsNew.tsx';
import { useFocusFallback } from './use-focus-fallback.ts';

interface OutcomeProps {
  view: SubmissionView;
  /** The place the page is connected to. */
  here: NamedPlace | undefined;
  actions: OutcomeActions;
  onSubmit: (more: Pick<SubmitRequest, 'asNew' | 'unrecorded'>) => void;
  canSubmit: boolean;
}

/** The outcome of a submit, and the next actions. */
export function OutcomeView(props: OutcomeProps) {
  const { view, here, onSubmit, canSubmit } = props;
  const t = useWords();
  const headline = headlineOf(t, useLanguage(), view, here);
  const box = useFocusFallback();
  const { refusal } = view;
  const attempt = shownAttempt(view);
  return (
    <div ref={box} tabIndex={-1} className={clsx(styles.outcome, headline && styles.hasHeadline)}>
      <div aria-live="polite">{headline && <Headline {...headline} />}</div>
      {view.activity === 'none' && refusal && (
        <RefusalNote refusal={refusal} onSubmit={onSubmit} canSubmit={canSubmit} />
      )}
      {attempt && <AttemptOutcome {...props} attempt={attempt} />}
    </div>
  );
}

/** An open attempt is always shown, even below a refusal. One of another tab is shown in that tab. */
function shownAttempt(view: SubmissionView): Attempt | undefined {
  const { attempt, refusal, activity, isElsewhere } = view;
  if (attempt === undefined || activity !== 'none' || isElsewhere) return undefined;
  return refusal === undefined || isOpen(attempt) ? attempt : undefined;
}

function AttemptOutcome({
  attempt,
  view,
  here,
  actions,
  onSubmit,
  canSubmit,
}: OutcomeProps & { attempt: Attempt }) {
  const t = useWords();
  return (
    <>
      {view.isUnrecorded && isOpen(attempt) && (
        <div className={styles.warning}>{t('submit.unrecorded')}</div>
      )}
      <AttemptDetails attempt={attempt} lookup={view.lookup} here={here} actions={actions} />
      {isOpen(attempt) && canSubmit && (
        <SubmitAsNew
          name={attempt.name}
          isThere={false}
          onSubmit={() => onSubmit({ asNew: true })}
        />
      )}
      <RawExchange attempt={attempt} exchange={view.exchange} />
    </>
  );
}
