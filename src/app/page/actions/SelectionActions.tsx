import Button from '@mui/material/Button';
import { useState } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { exportDeployments } from '#src/features/actions/export-deployments.ts';
import { deploymentActionWords as words } from '#src/features/actions/action-words.ts';
import { useLeaveWarning } from '#src/features/actions/use-leave-warning.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { RolloutOfSelected } from '../rollouts/RolloutOfSelected.tsx';
import type { AskedAction } from './ActionHost.tsx';

interface SelectionActionsProps {
  selected: readonly DeploymentRow[];
  clearSelection: () => void;
  ask: (asked: AskedAction) => void;
}

/** Actions on the deployments that are selected in the list. */
export function SelectionActions({ selected, clearSelection, ask }: SelectionActionsProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const session = useSession();
  const target = knownTarget(useConnection().targetState);
  const [isExporting, setExporting] = useState(false);
  useLeaveWarning(isExporting);
  if (target === undefined) return null;
  const download = async () => {
    if (isExporting) return;
    setExporting(true);
    const { done, failed } = await exportDeployments(placeOf(target, session), selected);
    setExporting(false);
    notify({ text: translate(failed > 0 ? words.exportFailed(failed) : words.exported(done)) });
  };
  const askFor = (action: AskedAction['action']) =>
    ask({
      action,
      items: selected.map(({ id, name }) => ({ id, name })),
      nodeIds: selected.flatMap(({ nodeIds }) => nodeIds),
      onDone: clearSelection,
    });
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={isExporting}
        onClick={() => void download()}
      >
        <span>{translate(words.export)}</span>
      </Button>
      <Button size="small" variant="outlined" onClick={() => askFor('restart')}>
        <span>{translate(words.restart)}</span>
      </Button>
      <Button size="small" variant="outlined" color="error" onClick={() => askFor('delete')}>
        <span>{translate(words.delete)}</span>
      </Button>
      {selected.length > 1 && <RolloutOfSelected selected={selected} />}
    </>
  );
}
