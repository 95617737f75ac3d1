import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useErrorWords, type ErrorFacts } from './use-error-words.ts';
import styles from './error-note.module.css';

const words = {
  cause: { en: 'Likely cause:', zh: '可能原因：' },
  toDo: { en: 'What to do:', zh: '处理方法：' },
  code: { en: 'Code', zh: '错误码' },
  message: { en: 'Message', zh: '错误信息' },
  status: { en: 'HTTP status', zh: 'HTTP 状态码' },
  requestId: { en: 'Request ID', zh: '请求 ID' },
};

interface ErrorNoteProps {
  error: ErrorFacts & { readonly message: string; readonly requestId?: string | undefined };
  /** For a request that only reads: the advice is about sending again. */
  isRead?: boolean;
}

/** An error of a request: its explanation, if it is documented, and the original message and codes. */
export function ErrorNote({ error, isRead = false }: ErrorNoteProps) {
  const translate = useTranslate();
  const known = useErrorWords(error);
  return (
    <div className={styles.note}>
      {known && (
        <>
          <div>{translate(known.meaning)}</div>
          <div>
            <span className={styles.quiet}>{translate(words.cause)} </span>
            <span>{translate(known.cause)}</span>
          </div>
          {!isRead && (
            <div>
              <span className={styles.quiet}>{translate(words.toDo)} </span>
              <span>{translate(known.action)}</span>
            </div>
          )}
        </>
      )}
      <DefinitionList
        items={[
          [translate(words.code), error.code],
          [translate(words.message), error.message],
          [translate(words.status), error.status === undefined ? undefined : String(error.status)],
          [translate(words.requestId), error.requestId],
        ]}
      />
    </div>
  );
}
