import { useState } from 'react';
import { useLocation } from 'wouter';
import { useConnection } from '#src/client/connection/connection.ts';
import type { ShownDeployment } from '#src/client/queries/one-deployment.ts';
import { queryClient } from '#src/client/queries/query-client.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { ActionDialog } from '#src/features/remove/ActionDialog.tsx';
import { removeWords } from '#src/features/remove/remove-words.ts';
import { useOfflineNodes } from '#src/features/remove/use-offline-nodes.ts';
import { UpdateLink } from '#src/features/update/UpdateLink.tsx';
import { asList } from '#src/json/value.ts';
import { ActionMenu } from './ActionMenu.tsx';

/** What can be done with the deployment that is shown. */
export function DeploymentActions({ deployment }: { deployment: ShownDeployment }) {
  const { id, name, raw } = deployment;
  const [, navigate] = useLocation();
  const session = useSession();
  const target = knownTarget(useConnection().targetState);
  const [asked, setAsked] = useState<'delete' | 'restart'>();
  const nodeIds = asList(raw.node_ids).filter((node) => typeof node === 'string');
  const offlineNodes = useOfflineNodes(nodeIds);
  if (target === undefined) return null;
  const place = placeOf(target, session);
  return (
    <>
      <UpdateLink
        onUpdate={() => navigate(`/deployments/${encodeURIComponent(id)}/update/basics`)}
      />
      <ActionMenu
        actions={[
          { label: removeWords.restart, run: () => setAsked('restart') },
          { label: removeWords.delete, run: () => setAsked('delete') },
        ]}
      />
      {asked && (
        <ActionDialog
          action={asked}
          items={[{ id, name }]}
          place={place}
          offlineNodes={offlineNodes}
          onClose={(hasDone) => {
            setAsked(undefined);
            if (hasDone) void queryClient.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
