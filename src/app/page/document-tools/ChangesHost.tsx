import { useSyncExternalStore } from 'react';
import { ChangesDialog } from '#src/features/changes/ChangesDialog.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useChangesSources } from './use-changes-sources.ts';

interface ChangesHostProps {
  draft: Draft;
  onClose: () => void;
}

/** The changes of the document, joined with the versions that this browser has. */
export function ChangesHost({ draft, onClose }: ChangesHostProps) {
  const { store, readOnly } = useEditor();
  const document = useSyncExternalStore(store.subscribe, store.get);
  const sources = useChangesSources(draft);
  return (
    <ChangesDialog
      document={document}
      sources={sources}
      onRevert={readOnly ? undefined : (next, path) => store.edit(next, { path })}
      onClose={onClose}
    />
  );
}
