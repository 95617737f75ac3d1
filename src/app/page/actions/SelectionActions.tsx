import Button from '@mui/material/Button';
import { useState } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';
import { queryClient } from '#src/client/queries/query-client.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { ActionDialog } from '#src/features/remove/ActionDialog.tsx';
import { exportDeployments } from '#src/features/remove/export-deployments.ts';
import { removeWords as words } from '#src/features/remove/remove-words.ts';
import { useOfflineNodes } from '#src/features/remove/use-offline-nodes.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

interface SelectionActionsProps {
  selected: readonly DeploymentRow[];
  /** Clears the selection. */
  onDone: () => void;
}

/** What can be done with the selected deployments of the list. */
export function SelectionActions({ selected, onDone }: SelectionActionsProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const session = useSession();
  const target = knownTarget(useConnection().targetState);
  const [asked, setAsked] = useState<'delete' | 'restart'>();
  const offlineNodes = useOfflineNodes(selected.flatMap(({ nodeIds }) => nodeIds));
  if (target === undefined) return null;
  const place = placeOf(target, session);
  const download = async () => {
    const { done, failed } = await exportDeployments(place, selected);
    notify({ text: translate(failed > 0 ? words.exportFailed(failed) : words.exported(done)) });
  };
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => void download()}>
        <span>{translate(words.export)}</span>
      </Button>
      <Button size="small" variant="outlined" onClick={() => setAsked('restart')}>
        <span>{translate(words.restart)}</span>
      </Button>
      <Button size="small" variant="outlined" color="error" onClick={() => setAsked('delete')}>
        <span>{translate(words.delete)}</span>
      </Button>
      {asked && (
        <ActionDialog
          action={asked}
          items={selected.map(({ id, name }) => ({ id, name }))}
          place={place}
          offlineNodes={offlineNodes}
          onClose={(hasDone) => {
            setAsked(undefined);
            if (!hasDone) return;
            onDone();
            void queryClient.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
