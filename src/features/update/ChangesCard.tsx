import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { updateBodyOf } from '#src/domain/api/record-document.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentDiff } from '#src/views/diff/DocumentDiff.tsx';
import { toDiffRows } from '#src/views/diff/diff-rows.ts';
import type { Update } from './open-update.ts';
import { updateWords as words } from './update-words.ts';
import styles from './update.module.css';

/** The most differences that are shown. */
const MAX_CHANGES = 500;

/** The changes of the update to the live object, and those that others made meanwhile. */
export function ChangesCard({ update: { sent, run } }: { update: Update }) {
  const translate = useTranslate();
  const { base, taken } = useSyncExternalStore(run.subscribe, run.view);
  const body = useDeferredValue(useSyncExternalStore(sent.subscribe, sent.get));
  const changes = useMemo(() => toDiffRows(updateBodyOf(base), body, MAX_CHANGES), [base, body]);
  const others = useMemo(
    () => taken && toDiffRows(taken.before, taken.after, MAX_CHANGES),
    [taken],
  );
  return (
    <>
      <Card
        title={translate(words.changes)}
        note={changes.count === 0 ? undefined : String(changes.count)}
        help={translate(words.changesHelp)}
      >
        {changes.count === 0 ? (
          <p className={styles.quiet}>{translate(words.noChanges)}</p>
        ) : (
          <DocumentDiff changes={changes} />
        )}
      </Card>
      {others && (
        <Card title={translate(words.taken)} note={String(others.count)}>
          <DocumentDiff changes={others} />
        </Card>
      )}
    </>
  );
}
