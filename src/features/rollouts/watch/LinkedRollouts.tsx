import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { linkedQuery } from '#src/client/rollouts/rollouts-query.ts';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { RolloutBadge } from '../state/RolloutBadge.tsx';
import { stateNoteWords as words } from '../words/state-note-words.ts';
import styles from './watch.module.css';

/** The rollouts that this one retries or rolls back, and those that retry it or roll it back. */
export function LinkedRollouts({ rollout }: { rollout: ShownRollout }) {
  const translate = useTranslate();
  const language = useLanguage();
  const { id, retryOf, rollBackOf, state } = rollout;
  const later = useQuery(linkedQuery(id, state)).data ?? [];
  const earlier = retryOf ?? rollBackOf;
  if (earlier === undefined && later.length === 0) return null;
  return (
    <nav aria-label={translate(words.linked)} className={styles.linked}>
      {earlier !== undefined && (
        <p>
          {translate(retryOf === undefined ? words.rollBackOf : words.retryOf)}{' '}
          <Link href={`/rollouts/${encodeURIComponent(earlier)}`}>{translate(words.earlier)}</Link>
        </p>
      )}
      {later.map((one) => (
        <p key={one.id}>
          <Link href={`/rollouts/${encodeURIComponent(one.id)}`}>
            {translate(one.retryOf === id ? words.retries : words.rollBacks)}{' '}
            {formatDateTime(one.createdMs, language)}
          </Link>{' '}
          <RolloutBadge rollout={one} />
        </p>
      ))}
    </nav>
  );
}
