import { useMemo } from 'react';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { expandRow } from '#src/domain/rollout/expand-row.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { rolloutBody } from '#src/domain/rollout/rollout-body.ts';
import type { JsonObject } from '#src/json/value.ts';
import { LargeDialog } from '#src/ui/blocks/LargeDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentChanges } from '#src/views/diff/DocumentChanges.tsx';
import styles from './body-dialog.module.css';
import { rowWords as words } from './row-words.ts';
import { UpdatedBody } from './UpdatedBody.tsx';

interface BodyDialogProps {
  rollout: PlannedRollout;
  index: number;
  lack: MissingForLists | undefined;
  onClose: () => void;
}

/** The body that a row gets, compared with the document, or what an update changes in its deployment. */
export function BodyDialog({ rollout, index, lack, onClose }: BodyDialogProps) {
  const translate = useTranslate();
  const row = rollout.rows[index]!;
  const isUpdate = rollout.action === 'update';
  const title = isUpdate ? words.changesTitle : words.body;
  return (
    <LargeDialog
      title={translate(title(row.name ?? row.id))}
      closeLabel={translate(words.close)}
      className={styles.paper}
      onClose={onClose}
    >
      <div className={styles.content}>
        {isUpdate ? (
          <UpdatedBody rollout={rollout} index={index} lack={lack} />
        ) : (
          <CreatedBody rollout={rollout} index={index} />
        )}
      </div>
    </LargeDialog>
  );
}

function CreatedBody({ rollout, index }: Pick<BodyDialogProps, 'rollout' | 'index'>) {
  const translate = useTranslate();
  const body = useMemo(() => bodyOf(rollout, index), [rollout, index]);
  if (body === undefined)
    return (
      <p role="alert" className={styles.note}>
        {translate(words.noBody)}
      </p>
    );
  return (
    <DocumentChanges
      before={rollout.body ?? {}}
      after={body}
      labels={{ before: translate(words.document), after: translate(words.rowBody) }}
    />
  );
}

function bodyOf(
  { action, kind, body, namePattern, rows }: PlannedRollout,
  index: number,
): JsonObject | undefined {
  const { id, name, values, columns } = rows[index]!;
  const expanded = expandRow(
    { action, body, namePattern },
    { ...columns, id, name, values },
    index,
    rows.length,
  );
  return 'row' in expanded ? rolloutBody(body ?? {}, action, kind, expanded.row) : undefined;
}
