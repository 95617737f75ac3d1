import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { FixedCard } from '#src/features/update/FixedCard.tsx';
import { OfflineNote } from '#src/features/update/OfflineNote.tsx';
import { OpenUpdate } from '#src/features/update/OpenUpdate.tsx';
import type { Update } from '#src/features/update/open-update.ts';
import { RestoredNote } from '#src/features/update/RestoredNote.tsx';
import { UpdateForm } from '#src/features/update/UpdateForm.tsx';
import { updateWords as words } from '#src/features/update/update-words.ts';
import { inStepOrder, toStepId, type StepId } from '#src/features/wizard/steps.ts';
import { Wizard } from '#src/features/wizard/shell/Wizard.tsx';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ConnectionDialogs } from '../connection/ConnectionDialogs.tsx';
import { ConnectionProvider } from '../connection/ConnectionProvider.tsx';
import { EditorProvider } from '../editor/EditorProvider.tsx';
import { NodeCheckPart } from '../actions/NodeCheckPart.tsx';
import { useCreate } from '../palette/use-create.ts';
import { SmallBar } from '../bar/SmallBar.tsx';
import { UpdateBar } from './UpdateBar.tsx';
import { UpdateDrawer, UpdatePane, UpdateTextBanner } from './UpdatePane.tsx';
import { useUpdatePalette } from './use-update-palette.tsx';
import styles from './update-host.module.css';

interface UpdateHostProps {
  id: string;
  step: string;
}

/** The update of a deployment in the wizard. */
export function UpdateHost({ id, step }: UpdateHostProps) {
  return (
    <ConnectionProvider>
      <OpenUpdate id={id} bar={<SmallBar />} back={<BackLink id={id} />}>
        {/* Another update is another document. */}
        {(update) => <OpenedUpdate key={update.key} update={update} step={toStepId(step)} />}
      </OpenUpdate>
      <ConnectionDialogs />
    </ConnectionProvider>
  );
}

function BackLink({ id }: { id: string }) {
  const translate = useTranslate();
  return (
    <Link href={`/deployments/${encodeURIComponent(id)}`} className={styles.back}>
      {translate(words.back)}
    </Link>
  );
}

function OpenedUpdate({ update, step }: { update: Update; step: StepId }) {
  const { store, deploymentId, place, key } = update;
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [, navigate] = useLocation();
  const deploymentPath = `/deployments/${encodeURIComponent(deploymentId)}`;
  // As far as the editor is concerned, a draft that is saved elsewhere.
  const draft = useMemo<Pick<Draft, 'id' | 'store' | 'isElsewhere' | 'openCount'>>(
    () => ({ id: `update ${key}`, store, isElsewhere: false, openCount: 0 }),
    [key, store],
  );
  const pathOf = useMemo(() => (to: StepId) => `${deploymentPath}/update/${to}`, [deploymentPath]);
  const { press, handle } = useCreate(pathOf('review'));
  const overlay = useUpdatePalette({ deploymentPath, pathOf, onUpdate: press });
  const own = useMemo(() => [{ place, id: deploymentId }], [place, deploymentId]);
  return (
    <EditorProvider draft={draft} own={own}>
      <UpdateBar update={update} />
      <Wizard
        step={step}
        pathOf={pathOf}
        isUpdate
        otherSteps={otherSteps}
        banner={
          <>
            <BackLink id={deploymentId} />
            <OfflineNote />
            <RestoredNote update={update} />
            <UpdateTextBanner update={update} onShow={() => setDrawerOpen(true)} />
          </>
        }
        pane={isWide && <UpdatePane update={update} />}
        onShowJson={() => setDrawerOpen(true)}
        overlay={overlay}
        submit={(goTo, bar) => (
          <>
            <UpdateForm
              update={update}
              bar={bar}
              handle={handle}
              goTo={goTo}
              inOrder={inStepOrder}
              onView={() => navigate(deploymentPath)}
            />
            <NodeCheckPart isUpdate />
          </>
        )}
      />
      {!isWide && (
        <UpdateDrawer update={update} isOpen={isDrawerOpen} onClose={() => setDrawerOpen(false)} />
      )}
    </EditorProvider>
  );
}

const otherSteps = {
  basics: (
    <>
      <Card>
        <div className={styles.description}>
          <TextField path={['description']} spec={deploymentGroup.fields.description} minRows={2} />
        </div>
      </Card>
      <FixedCard parts={['name', 'tags']} />
    </>
  ),
  target: (
    <>
      <FixedCard parts={['target']} />
      <Card>
        <div className={styles.replicas}>
          <Field path={['deployment', 'replicas']} />
        </div>
        <UnknownKeys path={['deployment']} />
        <UnknownKeys path={['deployment', 'template']} />
      </Card>
    </>
  ),
};
