import { useTranslation } from 'react-i18next';
import type { AttemptAnswer } from './attempt.ts';
import { Facts } from './Facts.tsx';
import { sayTime } from './say-time.ts';

/** The deployment that was made: its ID, how far it is, and the ID of the request. */
export function CreatedAnswer({ answer }: { answer: AttemptAnswer }) {
  const { t, i18n } = useTranslation();
  return (
    <Facts
      facts={[
        [t('submit.id'), answer.id],
        [
          t('submit.state'),
          answer.state ||
            t('submit.ready', {
              ready: answer.readyReplicas ?? 0,
              replicas: answer.replicas ?? 0,
            }),
        ],
        [t('submit.createdAt'), sayTime(answer.createdAt, i18n.language)],
        [t('submit.requestId'), answer.requestId],
      ]}
    />
  );
}
