import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { deploymentQuery } from '#src/client/queries/one-deployment.ts';
import { useSession } from '#src/client/session/session.ts';
import { applyUpdate } from '#src/convert/merge/apply-update.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import { expandRow } from '#src/domain/rollout/expand-row.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import type { JsonObject } from '#src/json/value.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentChanges } from '#src/views/diff/DocumentChanges.tsx';
import styles from './body-dialog.module.css';
import { rowWords as words } from './row-words.ts';

interface UpdatedBodyProps {
  rollout: PlannedRollout;
  index: number;
  lack: MissingForLists | undefined;
}

/** What an update changes in a deployment as it is now. */
export function UpdatedBody({ rollout, index, lack }: UpdatedBodyProps) {
  const translate = useTranslate();
  const t = useWords();
  const session = useSession();
  const { data, error, refetch } = useQuery({
    ...deploymentQuery(session, rollout.rows[index]!.id),
    enabled: lack === undefined,
    // The comparison must not change while the user reads it.
    refetchInterval: false,
    refetchOnWindowFocus: false,
  });
  const raw = data?.raw;
  const live = useMemo(() => raw && documentOfRecord(raw), [raw]);
  const next = useMemo(() => live && updatedBody(rollout, index, live), [rollout, index, live]);
  if (lack !== undefined) return <p className={styles.note}>{translate(words.needs[lack])}</p>;
  if (data === null)
    return (
      <p role="alert" className={styles.note}>
        {translate(words.missing)}
      </p>
    );
  if (live === undefined)
    return (
      <div role="status" className={styles.note}>
        {error === null ? (
          translate(words.loading)
        ) : (
          <>
            {translate(words.unread(reasonOf(error, t('connection.noAnswer'))))}{' '}
            <Button size="small" variant="text" onClick={() => void refetch()}>
              {translate(words.retry)}
            </Button>
          </>
        )}
      </div>
    );
  if (next === undefined)
    return (
      <p role="alert" className={styles.note}>
        {translate(words.noPlaceNow)}
      </p>
    );
  return (
    <DocumentChanges
      before={live}
      after={next}
      labels={{ before: translate(words.now), after: translate(words.updated) }}
    />
  );
}

function updatedBody(
  { action, body, rows }: PlannedRollout,
  index: number,
  live: JsonObject,
): JsonObject | undefined {
  const { id, name, values, columns } = rows[index]!;
  const expanded = expandRow(
    { action, body },
    { ...columns, id, name, values },
    index,
    rows.length,
  );
  return 'row' in expanded ? applyUpdate(live, { body, values: expanded.row.values }) : undefined;
}
