import { useMemo, useSyncExternalStore } from 'react';
import { basePath } from '#src/client/base-path.ts';
import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import type { ExportPlace } from '#src/convert/export/request/export-request.ts';
import { ExportDialog } from '#src/features/export/ExportDialog.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { nameForFile } from './name-for-file.ts';

/** The export dialog for the document and the target in hand. */
export function ExportHost({ onClose }: { onClose: () => void }) {
  const { store } = useEditor();
  const document = useSyncExternalStore(store.subscribe, store.get);
  const place = useExportPlace();
  return (
    <ExportDialog
      document={document}
      name={nameForFile(document)}
      place={place}
      onClose={onClose}
    />
  );
}

/** The address of the target. The mock is reached through the server of this page. */
function useExportPlace(): ExportPlace {
  const target = knownTarget(useConnection().targetState);
  const { projectId, edition, instanceId } = useSession();
  const endpoint =
    target?.kind === 'mock'
      ? `${window.location.origin}${basePath}/ief/${target.id}`
      : target?.endpoint;
  return useMemo(
    () => ({
      ...(endpoint !== undefined && { endpoint }),
      ...(projectId !== '' && { projectId }),
      ...(edition === 'professional' && { instanceId: '' }),
      ...(edition === 'platinum' && instanceId !== '' && { instanceId }),
    }),
    [endpoint, projectId, edition, instanceId],
  );
}
