import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { switchKey } from '#src/ui/editing/use-switch-key.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { ContainerEntry } from '../view.ts';
import { ApplyToOthers } from './ApplyToOthers.tsx';
import { PanelSection } from './PanelSection.tsx';
import styles from './probe.module.css';
import { FieldGrid } from '../layout/FieldGrid.tsx';

type ProbeKey = 'readiness_probe' | 'liveness_probe';
type Kind = 'none' | 'http_get' | 'exec';

function kindOf(container: Json | undefined, probe: ProbeKey): Kind {
  const value = isJsonObject(container) ? container[probe] : undefined;
  if (value === undefined) return 'none';
  return isJsonObject(value) && 'exec' in value && !('http_get' in value) ? 'exec' : 'http_get';
}

interface ProbeSectionProps {
  entry: ContainerEntry;
  probe: ProbeKey;
  /** True inside of a card. */
  inPanel?: boolean;
}

/** One probe of a container: none, HTTP request or command, with its times (tables 8 to 10). */
export function ProbeSection({ entry, probe, inPanel = false }: ProbeSectionProps) {
  const container = entry.path;
  const t = useWords();
  const translate = useTranslate();
  const editor = useEditor();
  const { store, readOnly } = editor;
  const path = [...container, probe];
  const spec = containerGroup.fields[probe];
  const kind = useDocument((document) => kindOf(getIn(document, container), probe));
  const hasBoth = useDocument((document) => {
    const value = getIn(document, path);
    return isJsonObject(value) && 'exec' in value && 'http_get' in value;
  });
  const choose = (next: Kind) => {
    let document = store.get();
    if (next === 'none')
      document = switchKey(editor, document, { path: container, keys: [probe] }, undefined);
    else {
      if (kind === 'none')
        document = switchKey(editor, document, { path: container, keys: [probe] }, probe, {
          [next]: {},
        });
      document = switchKey(editor, document, { path, keys: spec.oneOf }, next, {});
    }
    store.edit(document, { path });
  };
  return (
    <PanelSection
      inPanel={inPanel}
      title={translate(spec.label)}
      help={translate(spec.help)}
      actions={
        <>
          <EditPartButton path={path} />
          <ApplyToOthers container={entry} part={probe} label={translate(spec.label)} />
        </>
      }
    >
      <Segments
        label={t('probe.kind')}
        value={kind}
        disabled={readOnly}
        onChange={choose}
        segments={(['none', 'http_get', 'exec'] as const).map((value) => ({
          value,
          label: t(`probe.kinds.${value}`),
        }))}
      />
      {kind !== 'none' && (
        <div className={styles.fields}>
          <GroupIssues path={path} />
          {(kind === 'http_get' || hasBoth) && <HttpGet path={[...path, 'http_get']} />}
          {(kind === 'exec' || hasBoth) && (
            <div>
              <GroupIssues path={[...path, 'exec']} />
              <Field path={[...path, 'exec', 'command']} wire />
              <UnknownKeys path={[...path, 'exec']} />
            </div>
          )}
          <FieldGrid columns={2}>
            <Field path={[...path, 'initial_delay_seconds']} />
            <Field path={[...path, 'timeout_seconds']} />
          </FieldGrid>
          <UnknownKeys path={path} />
        </div>
      )}
    </PanelSection>
  );
}

function HttpGet({ path }: { path: Path }) {
  return (
    <div>
      <GroupIssues path={path} />
      <FieldGrid columns={2}>
        <Field path={[...path, 'scheme']} />
        <Field path={[...path, 'host']} wire />
        <Field path={[...path, 'port']} />
        <Field path={[...path, 'path']} wire />
      </FieldGrid>
      <UnknownKeys path={path} />
    </div>
  );
}
