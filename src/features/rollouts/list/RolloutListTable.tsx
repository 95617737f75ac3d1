import { Link } from 'wouter';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { formatAge } from '#src/ui/words/format-age.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { CountsBar } from '../state/CountsBar.tsx';
import { RolloutBadge } from '../state/RolloutBadge.tsx';
import { isUnfinished, rolloutTitle } from '../state/rollout-state.ts';
import { rolloutListWords as words } from '../words/rollout-list-words.ts';
import { rolloutWords } from '../words/rollout-words.ts';
import styles from './rollouts-list.module.css';

interface RolloutTableProps {
  rollouts: readonly ShownRollout[];
  /** The rollout that rolls another one back, unless it was aborted. */
  rollBackOf: (rollout: ShownRollout) => ShownRollout | undefined;
  labelOf: (rollout: ShownRollout) => string;
}

/** The rollouts. On phones each is a block. */
export function RolloutListTable({ rollouts, rollBackOf, labelOf }: RolloutTableProps) {
  const translate = useTranslate();
  return (
    <table aria-label={translate(rolloutWords.title)} className={styles.table}>
      <thead>
        <tr>
          {(['name', 'state', 'progress', 'place', 'started'] as const).map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {translate(words.columns[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rollouts.map((rollout) => (
          <RolloutRow
            key={rollout.id}
            rollout={rollout}
            rollBack={rollBackOf(rollout)}
            label={labelOf(rollout)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RolloutRowProps {
  rollout: ShownRollout;
  rollBack: ShownRollout | undefined;
  label: string;
}

function RolloutRow({ rollout, rollBack, label }: RolloutRowProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const now = useNow(10_000);
  const { id, action, counts, total, firstName, retryOf, rollBackOf, createdMs } = rollout;
  const kind = (retryOf && words.retry) ?? (rollBackOf && words.rollBack);
  const doing = translate(rolloutWords.doing[action](total));
  const done = action === 'delete' ? words.deleted : words.ready;
  return (
    <tr>
      <th scope="row">
        <Link href={`/rollouts/${encodeURIComponent(id)}`} className={styles.link}>
          <ForeignName text={translate(rolloutTitle(firstName, rollout))} />
        </Link>
        <span className={styles.small}>
          {[kind && translate(kind), firstName === '' ? id.slice(0, 8) : doing]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td>
        <RolloutBadge rollout={rollout} />
        {rollBack && (
          <span className={styles.small}>
            {translate(isUnfinished(rollBack) ? words.rollingBack : words.rolledBack)}
          </span>
        )}
      </td>
      <td className={styles.progress}>
        <CountsBar counts={counts} action={action} />
        <span className={styles.small}>
          {translate(done(counts.ready, total))}
          {counts.failed > 0 && ` · ${translate(words.failed(counts.failed))}`}
        </span>
      </td>
      <td data-label={translate(words.columns.place)}>
        <ForeignName text={label} />
        <span className={styles.small} title={rollout.projectId}>
          …{rollout.projectId.slice(-8)}
        </span>
      </td>
      <td
        data-label={translate(words.columns.started)}
        className={styles.started}
        title={formatDateTime(createdMs, language, 'long')}
      >
        {formatAge(now - createdMs, language)}
      </td>
    </tr>
  );
}
