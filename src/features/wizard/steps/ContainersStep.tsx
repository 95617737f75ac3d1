import { useCallback } from 'react';
import { isWithin, type Path } from '#src/json/path.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Tabs } from '#src/ui/blocks/Tabs.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useEditor, useIsChecked } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { CommandCard } from '../command/CommandCard.tsx';
import { ContainerColumns } from '../container/switcher/ContainerColumns.tsx';
import {
  ContainerSwitcher,
  OpenContainerActions,
} from '../container/switcher/ContainerSwitcher.tsx';
import { EnvSection } from '../container/rows/EnvSection.tsx';
import { PortSection } from '../container/rows/PortSection.tsx';
import { ProbeSection } from '../container/ProbeSection.tsx';
import { ResourceSection } from '../container/ResourceSection.tsx';
import { useContainerPaste } from '../container/switcher/use-container-paste.tsx';
import { VolumeSection } from '../container/rows/VolumeSection.tsx';
import { sectionIds, sectionOf, type SectionId } from '../steps.ts';
import { FieldGrid, FullWidth } from '../layout/FieldGrid.tsx';
import { ImagePicker } from '../target-picker/ImagePicker.tsx';
import { useHostIps } from '../target-picker/use-host-ips.ts';
import styles from '../container/switcher/switcher.module.css';
import { listPaths, useOpenContainer, useView, type ContainerEntry } from '../view.ts';

/** Containers and init containers: image, command, environment, ports (tables 6, 11 to 13, 18 to 20). */
export function ContainersStep() {
  const open = useOpenContainer();
  const { onPaste, pasteFromClipboard, dialog } = useContainerPaste();
  return (
    // Only takes containers that are pasted outside of the fields.
    <div onPaste={onPaste} className={styles.step}>
      <GroupIssues path={listPaths.containers} />
      <ContainerColumns
        switcher={
          <ContainerSwitcher step="containers" editable onPaste={() => void pasteFromClipboard()} />
        }
      >
        {open && <ContainerParts key={open.id} container={open} />}
      </ContainerColumns>
      {dialog}
    </div>
  );
}

function ContainerParts({ container }: { container: ContainerEntry }) {
  const t = useWords();
  const { section, showSection } = useView();
  const { readOnly } = useEditor();
  const isChecked = useIsChecked();
  return (
    <>
      <Card flush>
        <Tabs
          label={t('container.section')}
          // The first check adds counts, so nothing visible moves.
          isHidden={!isChecked}
          value={section}
          onChange={showSection}
          tabs={sectionIds.map((id) => ({
            value: id,
            label: isStep(id) ? t(`step.${id}.title`) : t(`container.sections.${id}`),
            badge: <SectionCounts container={container} section={id} />,
          }))}
          actions={
            !readOnly && (
              <>
                <EditPartButton path={container.path} />
                <OpenContainerActions key={container.list} entry={container} />
              </>
            )
          }
        >
          <OpenSection container={container} />
        </Tabs>
      </Card>
      {section === 'general' && <MoreCards path={container.path} />}
    </>
  );
}

function SectionCounts({ container, section }: { container: ContainerEntry; section: SectionId }) {
  const { list, index } = container;
  const counts = useIssueCounts(
    useCallback(
      (path) => isWithin(path, [...listPaths[list], index]) && sectionOf(path) === section,
      [list, index, section],
    ),
  );
  return <CountBadge counts={counts} />;
}

/** The sections that are steps too. */
function isStep(id: SectionId): id is 'volumes' | 'probes' | 'resources' {
  return id === 'volumes' || id === 'probes' || id === 'resources';
}

function OpenSection({ container }: { container: ContainerEntry }) {
  const { path } = container;
  const { section } = useView();
  const hostIps = useHostIps();
  if (section === 'volumes') return <VolumeSection path={[...path, 'volumes']} />;
  if (section === 'resources') return <ResourceSection entry={container} inPanel />;
  if (section === 'probes') {
    return (
      <>
        <ProbeSection entry={container} probe="readiness_probe" inPanel />
        <ProbeSection entry={container} probe="liveness_probe" inPanel />
      </>
    );
  }
  if (section === 'env') return <EnvSection path={[...path, 'envs']} />;
  if (section === 'ports') return <PortSection path={[...path, 'ports']} hostIps={hostIps} />;
  return <GeneralSection path={path} />;
}

function GeneralSection({ path }: { path: Path }) {
  return (
    <div className={styles.fields}>
      <FieldGrid columns={2}>
        <Field path={[...path, 'name']} />
        <Field path={[...path, 'version']} />
        <FullWidth>
          <Field path={[...path, 'image_url']} wire />
          <ImagePicker path={[...path, 'image_url']} />
        </FullWidth>
      </FieldGrid>
    </div>
  );
}

/** Values that no other card or tab of a container shows, unknown keys included. */
const isOfRights = (member: string) =>
  ['privileged', 'npu_type', 'run_as_user'].includes(member) ||
  !Object.hasOwn(containerGroup.fields, member);

/** The cards below the general tab. */
function MoreCards({ path }: { path: Path }) {
  const t = useWords();
  return (
    <>
      <CommandCard path={path} />
      <Card
        title={t('container.rights')}
        actions={<EditPartButton path={path} isMember={isOfRights} />}
      >
        <FieldGrid columns={2}>
          <FullWidth>
            <Field path={[...path, 'privileged']} />
          </FullWidth>
          <Field path={[...path, 'npu_type']} />
          <Field path={[...path, 'run_as_user']} />
          <FullWidth>
            <UnknownKeys path={path} />
          </FullWidth>
        </FieldGrid>
      </Card>
    </>
  );
}
