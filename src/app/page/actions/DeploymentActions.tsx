import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { ShownDeployment } from '#src/client/queries/one-deployment.ts';
import { useSession } from '#src/client/session/session.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import { CloneDialog } from '#src/features/clone/CloneDialog.tsx';
import { cloneWords } from '#src/features/clone/clone-words.ts';
import { NodeCheckDialog } from '#src/features/node-check/NodeCheckDialog.tsx';
import { nodeCheckWords } from '#src/features/node-check/node-check-words.ts';
import { deploymentActionWords } from '#src/features/actions/action-words.ts';
import { ChangeImageDialog } from '#src/features/update/ChangeImageDialog.tsx';
import { UpdateLink } from '#src/features/update/UpdateLink.tsx';
import { updateWords } from '#src/features/update/update-words.ts';
import { asList } from '#src/json/value.ts';
import type { AskedAction } from './ActionHost.tsx';
import { ActionMenu } from './ActionMenu.tsx';
import { useOpenAsDraft } from './use-open-as-draft.ts';

interface DeploymentActionsProps {
  deployment: ShownDeployment;
  ask: (asked: AskedAction) => void;
}

/** Actions on the deployment that is shown. */
export function DeploymentActions({ deployment: { id, name, raw }, ask }: DeploymentActionsProps) {
  const [, navigate] = useLocation();
  const [shown, setShown] = useState<'image' | 'clone' | 'nodeCheck'>();
  const session = useSession();
  const openAsDraft = useOpenAsDraft();
  // Every poll returns a new record; its text tells whether anything in it changed.
  const text = JSON.stringify(documentOfRecord(raw));
  const document = useMemo(() => JSON.parse(text) as ReturnType<typeof documentOfRecord>, [text]);
  const askFor = (action: AskedAction['action']) =>
    ask({
      action,
      items: [{ id, name }],
      nodeIds: asList(raw.node_ids).filter((node) => typeof node === 'string'),
    });
  const close = () => setShown(undefined);
  const path = `/deployments/${encodeURIComponent(id)}`;
  return (
    <>
      <UpdateLink onUpdate={() => navigate(`${path}/update/basics`)} />
      <ActionMenu
        actions={[
          { label: updateWords.changeImage, run: () => setShown('image') },
          { label: cloneWords.clone, run: () => setShown('clone') },
          { label: nodeCheckWords.open, run: () => setShown('nodeCheck') },
          { label: deploymentActionWords.restart, run: () => askFor('restart') },
          { label: deploymentActionWords.delete, run: () => askFor('delete'), isDanger: true },
        ]}
      />
      {shown === 'image' && (
        <ChangeImageDialog
          place={session}
          deploymentId={id}
          document={document}
          onReady={() => navigate(`${path}/update/review`)}
          onClose={close}
        />
      )}
      {shown === 'clone' && (
        <CloneDialog
          document={document}
          onOpen={(clone, edition) =>
            void openAsDraft(clone, { edition, generation: session.generation })
          }
          onClose={close}
        />
      )}
      {shown === 'nodeCheck' && <NodeCheckDialog body={document} onClose={close} />}
    </>
  );
}
