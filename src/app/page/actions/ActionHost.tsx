import { useRef, useState, type ReactNode } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { queryClient } from '#src/client/queries/query-client.ts';
import { placeOf, type NamedPlace } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { currentRun } from '#src/features/actions/action-run.ts';
import { ActionDialog } from '#src/features/actions/ActionDialog.tsx';
import { RunDialog } from '#src/features/actions/RunDialog.tsx';
import type { ActionItem, DeploymentAction } from '#src/features/actions/deployment-action.ts';
import { useOfflineNodes } from '#src/features/actions/use-offline-nodes.ts';

/** An action that the user asked for. */
export interface AskedAction {
  readonly action: DeploymentAction;
  readonly items: readonly ActionItem[];
  /** Where they run. */
  readonly nodeIds: readonly string[];
  /** Called after something was done. */
  readonly onDone?: () => void;
}

/** Holds the dialog of an action, so that it stays while the deployments disappear from the page behind it. */
export function ActionHost({
  children,
}: {
  children: (ask: (asked: AskedAction) => void) => ReactNode;
}) {
  const [asked, setAsked] = useState<AskedAction & { place: NamedPlace }>();
  // Also one that an earlier page of this tab has started.
  const [run, setRun] = useState(currentRun);
  const onDone = useRef<() => void>(undefined);
  const session = useSession();
  const target = knownTarget(useConnection().targetState);
  const offlineNodes = useOfflineNodes(asked?.nodeIds ?? []);
  return (
    <>
      {children((next) => target && setAsked({ ...next, place: placeOf(target, session) }))}
      {asked && (
        <ActionDialog
          action={asked.action}
          items={asked.items}
          place={asked.place}
          offlineNodes={offlineNodes}
          onStarted={(started) => {
            onDone.current = asked.onDone;
            setAsked(undefined);
            setRun(started);
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
      {run && (
        <RunDialog
          run={run}
          onClose={(hasDone) => {
            setRun(undefined);
            if (!hasDone) return;
            onDone.current?.();
            void queryClient.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
