import Button from '@mui/material/Button';
import { pointsToQuota } from '#src/domain/api/errors/quota-errors.ts';
import { formatPath } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { AttemptError } from '../attempt/attempt.ts';
import { placesInAnswer } from '../words/answer-path.ts';
import type { AttemptViewProps } from './attempt-view.ts';
import { ErrorDetails } from './ErrorDetails.tsx';
import styles from './outcome.module.css';
import { useErrorWords } from '#src/views/errors/use-error-words.ts';

/** Why the service rejected a create, and where to fix it. */
export function RejectedDetails({ attempt: { error, body }, actions }: AttemptViewProps) {
  return error === undefined ? null : <Rejection error={error} body={body} actions={actions} />;
}

interface RejectionProps extends Pick<AttemptViewProps, 'actions'> {
  error: AttemptError;
  /** The rejected body: the message is about it, even if the document has changed since. */
  body: string;
}

function Rejection({ error, body, actions: { goTo, onConnect } }: RejectionProps) {
  const { root } = useEditor();
  const t = useWords();
  const field = useErrorWords(error)?.field;
  const isAboutConnection = [401, 403, 404].includes(error.status ?? 0) && !pointsToQuota(error);
  const places = isAboutConnection
    ? []
    : placesInAnswer(error.message, root, JSON.parse(body) as Json, field);
  return (
    <>
      <ErrorDetails error={error} />
      <div className={styles.actions}>
        {places.map((path) => (
          <Button
            key={formatPath(path)}
            size="small"
            variant="outlined"
            onClick={() => goTo(path)}
            className={styles.place}
          >
            {places.length === 1
              ? t('submit.toField')
              : t('submit.toPlace', { place: formatPath(path) })}
          </Button>
        ))}
        {isAboutConnection && (
          <Button size="small" variant="outlined" onClick={onConnect}>
            {t('submit.openConnection')}
          </Button>
        )}
      </div>
    </>
  );
}
