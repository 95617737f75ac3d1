import { useEffect } from 'react';
import { keepHistory } from '#src/features/drafts/history/keep-history.ts';
import { HistoryMenu } from '#src/features/history/HistoryMenu.tsx';
import type { Update } from '#src/features/update/open-update.ts';
import { useEditor } from '#src/ui/editing/editor.ts';

/** The history of an update. A reload keeps it with the edit; a new update has none. */
export function UpdateHistory({ update }: { update: Update }) {
  const { key, store, restoredFrom } = update;
  const { readOnly } = useEditor();
  useEffect(
    () =>
      restoredFrom === undefined
        ? keepHistory(`update ${key}`, store, Date.now(), 'never')
        : keepHistory(`update ${key}`, store, restoredFrom, 'ifSame'),
    [key, store, restoredFrom],
  );
  return readOnly ? null : <HistoryMenu />;
}
