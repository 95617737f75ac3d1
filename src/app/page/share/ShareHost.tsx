import { useSyncExternalStore } from 'react';
import { basePath } from '#src/client/base-path.ts';
import { ShareDialog } from '#src/features/share/ShareDialog.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { nameForFile } from '../export/name-for-file.ts';

/** The dialog that makes a link of the document in hand. */
export function ShareHost({ onClose }: { onClose: () => void }) {
  const { store } = useEditor();
  const document = useSyncExternalStore(store.subscribe, store.get);
  return (
    <ShareDialog
      document={document}
      page={`${window.location.origin}${basePath}/new/basics`}
      name={nameForFile(document)}
      onClose={onClose}
    />
  );
}
