import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { X } from 'lucide-react';
import { useId, useMemo } from 'react';
import { expandRow } from '#src/domain/rollout/expand-row.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { rolloutBody } from '#src/domain/rollout/rollout-body.ts';
import type { JsonObject } from '#src/json/value.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentChanges } from '#src/views/diff/DocumentChanges.tsx';
import styles from './body-dialog.module.css';
import { rowWords as words } from './row-words.ts';

interface BodyDialogProps {
  rollout: PlannedRollout;
  index: number;
  onClose: () => void;
}

/** The body that a row gets, compared with the document. */
export function BodyDialog({ rollout, index, onClose }: BodyDialogProps) {
  const translate = useTranslate();
  const id = useId();
  const isNarrow = useMediaQuery('(max-width: 719px)', { noSsr: true });
  const body = useMemo(() => bodyOf(rollout, index), [rollout, index]);
  const row = rollout.rows[index]!;
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={isNarrow}
      transitionDuration={0}
      aria-labelledby={id}
      slotProps={{ paper: { className: styles.paper ?? '' } }}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {translate(words.body(row.name ?? row.id))}
        </h2>
        <IconButton aria-label={translate(words.close)} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.content}>
        {body === undefined ? (
          <p role="alert" className={styles.note}>
            {translate(words.noBody)}
          </p>
        ) : (
          <DocumentChanges
            before={rollout.body ?? {}}
            after={body}
            labels={{ before: translate(words.document), after: translate(words.rowBody) }}
          />
        )}
      </div>
    </Dialog>
  );
}

function bodyOf(
  { action, kind, body, namePattern, rows }: PlannedRollout,
  index: number,
): JsonObject | undefined {
  const { id, name, values, columns } = rows[index]!;
  const request = { action, body, ...(action === 'create' && { namePattern }) };
  const expanded = expandRow(request, { ...columns, id, name, values }, index, rows.length);
  return 'row' in expanded ? rolloutBody(body ?? {}, action, kind, expanded.row) : undefined;
}
