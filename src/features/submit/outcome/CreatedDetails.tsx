import Button from '@mui/material/Button';
import clsx from 'clsx';
import { isSamePlace } from '#src/client/session/place.ts';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { hasCreated } from '../attempt/attempt.ts';
import type { AttemptViewProps } from './attempt-view.ts';
import { formatTimestamp } from '../words/format-timestamp.ts';
import { submitWords } from '../words/submit-words.ts';
import { useNextNode } from '../next-node/use-next-node.ts';
import { MismatchDetails } from './MismatchDetails.tsx';
import styles from './outcome.module.css';
import { Readiness } from '../readiness/Readiness.tsx';

/** The created deployment: its readiness, ID and times, and the next step. */
export function CreatedDetails({ attempt, here, actions }: AttemptViewProps) {
  const t = useWords();
  const translate = useTranslate();
  const language = useLanguage();
  const { submission, goTo, onStartNew, onView } = actions;
  const onNextNode = useNextNode(goTo);
  const { answer, goneAt, key } = attempt;
  if (answer === undefined) return <MismatchDetails attempt={attempt} />;
  return (
    <>
      {hasCreated(attempt) && (
        <Readiness
          key={answer.id}
          attempt={attempt}
          answer={answer}
          onSignIn={() => submission.signIn()}
          onDeleted={() => submission.markDeleted(key)}
        />
      )}
      <DefinitionList
        items={[
          [t('submit.id'), answer.id],
          [t('submit.createdAt'), formatTimestamp(answer.createdAt, language), 'words'],
          [
            t('submit.deletionSeenAt'),
            goneAt === undefined ? undefined : formatDateTime(goneAt, language, 'long'),
            'words',
          ],
          [t('submit.requestId'), answer.requestId],
        ]}
      />
      {hasCreated(attempt) && (
        <div className={clsx(styles.actions, styles.next)}>
          {/* Its page reads from the connected target. */}
          {here && isSamePlace(attempt.place, here) && (
            <Button variant="contained" onClick={() => onView(answer.id)}>
              <span>{translate(submitWords.view)}</span>
            </Button>
          )}
          {onStartNew && onNextNode && (
            <Button variant="outlined" onClick={onNextNode}>
              <span>{translate(submitWords.anotherNode)}</span>
            </Button>
          )}
          {onStartNew && (
            <Button variant="outlined" onClick={onStartNew}>
              <span>{t('submit.another')}</span>
            </Button>
          )}
        </div>
      )}
      <MismatchDetails attempt={attempt} />
    </>
  );
}
