import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { AttemptError } from '../attempt/attempt.ts';
import styles from './outcome.module.css';
import { useErrorWords } from '#src/views/errors/use-error-words.ts';

/** An explanation of an error, followed by its original message and codes. */
export function ErrorDetails({ error }: { error: AttemptError }) {
  const t = useWords();
  const translate = useTranslate();
  const words = useErrorWords(error);
  const mismatches = (error.mismatches ?? []).map(
    ({ field, sent, answered }) =>
      [
        t(`submit.mismatch.${field}`),
        t('submit.mismatch.pair', { answered: foreignShort(answered), sent }),
      ] as const,
  );
  return (
    <>
      {words && (
        <div className={styles.words}>
          <div>{translate(words.meaning)}</div>
          <div>
            <span className={styles.secondary}>{t('submit.cause')} </span>
            <span>{translate(words.cause)}</span>
          </div>
          <div>
            <span className={styles.secondary}>{t('submit.toDo')} </span>
            <span>{translate(words.action)}</span>
          </div>
        </div>
      )}
      <DefinitionList
        items={[
          [t('submit.answeredId'), error.answeredId],
          ...mismatches,
          [t('submit.code'), error.code],
          // The message of a mismatch is our own and already part of the explanation.
          [t('submit.message'), error.kind === 'mismatch' ? undefined : error.message],
          [t('submit.status'), error.status === undefined ? undefined : String(error.status)],
          [t('submit.requestId'), error.requestId],
        ]}
      />
    </>
  );
}
