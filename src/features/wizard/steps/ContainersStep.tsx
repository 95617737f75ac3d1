import { useCallback } from 'react';
import { isWithin, type Path } from '#src/json/path.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useEditor, useIsChecked } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { ContainerSwitcher, OpenContainerActions } from '../container/ContainerSwitcher.tsx';
import { EnvRow } from '../container/EnvRow.tsx';
import { PortRow } from '../container/PortRow.tsx';
import { useEnvPaste } from '../env-paste/use-env-paste.tsx';
import { sectionIds, sectionOf, stepOf, type SectionId } from '../steps.ts';
import { FieldGrid, Section, FullWidth } from '../layout/FieldGrid.tsx';
import styles from '../container/switcher.module.css';
import { listPaths, useOpenContainer, useView, type ContainerEntry } from '../view.ts';

/** Containers and init containers: image, command, environment, ports (tables 6, 11 to 13, 18 to 20). */
export function ContainersStep() {
  const t = useWords();
  const { section, showSection } = useView();
  const open = useOpenContainer();
  const { readOnly } = useEditor();
  const isChecked = useIsChecked();
  return (
    <>
      <GroupIssues path={listPaths.containers} />
      <ContainerSwitcher step="containers" editable />
      {open && (
        <>
          {/* Hidden until the first check has added its counts, so that nothing visible moves. */}
          <div className={styles.bar} style={{ visibility: isChecked ? 'visible' : 'hidden' }}>
            <Segments
              label={t('container.section')}
              hideLabel
              value={section}
              onChange={showSection}
              segments={sectionIds.map((id) => ({
                value: id,
                label: t(`container.sections.${id}`),
                badge: <SectionCounts container={open} section={id} />,
              }))}
            />
            {!readOnly && <OpenContainerActions key={open.list} entry={open} />}
          </div>
          <OpenSection key={`${open.id}/${section}`} path={open.path} />
        </>
      )}
    </>
  );
}

function SectionCounts({ container, section }: { container: ContainerEntry; section: SectionId }) {
  const { list, index } = container;
  const counts = useIssueCounts(
    useCallback(
      (path) =>
        isWithin(path, [...listPaths[list], index]) &&
        stepOf(path) === 'containers' &&
        sectionOf(path) === section,
      [list, index, section],
    ),
  );
  return <CountBadge counts={counts} />;
}

function OpenSection({ path }: { path: Path }) {
  const { section } = useView();
  if (section === 'env') return <EnvSection path={[...path, 'envs']} />;
  if (section === 'ports') return <PortSection path={[...path, 'ports']} />;
  return <GeneralSection path={path} />;
}

function GeneralSection({ path }: { path: Path }) {
  const t = useWords();
  return (
    <>
      <FieldGrid columns={2}>
        <Field path={[...path, 'name']} />
        <Field path={[...path, 'version']} />
        <FullWidth>
          <Field path={[...path, 'image_url']} wire />
        </FullWidth>
      </FieldGrid>
      <Section title={t('container.startup')}>
        <FieldGrid>
          <Field path={[...path, 'command']} />
          <Field path={[...path, 'args']} />
        </FieldGrid>
      </Section>
      <Section title={t('container.rights')}>
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
      </Section>
    </>
  );
}

function EnvSection({ path }: { path: Path }) {
  const t = useWords();
  const { envs } = containerGroup.fields;
  const { dialog, pasteHandlerFor } = useEnvPaste();
  return (
    <>
      <RowList
        path={path}
        label={envs.label}
        help={t('env.limits')}
        item={envs.item}
        createRow={() => ({ name: '', value: '' })}
        layout="card"
        rowHeight={121}
        empty={t('env.none')}
      >
        {(row) => <EnvRow path={row} onPasteName={pasteHandlerFor(row)} />}
      </RowList>
      {dialog}
    </>
  );
}

function PortSection({ path }: { path: Path }) {
  const t = useWords();
  const { ports } = containerGroup.fields;
  return (
    <RowList
      path={path}
      label={ports.label}
      help={t('port.limits')}
      item={ports.item}
      createRow={() => ({})}
      layout="card"
      rowHeight={121}
      empty={t('port.none')}
    >
      {(row) => <PortRow path={row} />}
    </RowList>
  );
}
