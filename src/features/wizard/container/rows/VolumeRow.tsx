import { useMemo } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { choiceField } from '#src/domain/core/spec/leaf-fields.ts';
import { volumeGroup, volumeSources } from '#src/domain/deployment/fields/volumes.fields.ts';
import { ChoiceField } from '#src/ui/controls/ChoiceField.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import type { PasteHandler } from '#src/ui/field/TextControl.tsx';
import { TableCells } from '#src/ui/field/table-cells.ts';
import { ShowWhilePresent } from '#src/ui/field/ShowWhilePresent.tsx';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { ReferenceButton } from '#src/features/wizard/reference-picker/ReferenceButton.tsx';
import styles from './cells.module.css';

const { type, source } = volumeGroup.fields;

/** One volume: name, type, source, mount path and access. */
export function VolumeRow({ path, onPasteText }: { path: Path; onPasteText: PasteHandler }) {
  return (
    <>
      <Field path={[...path, 'name']} hideHelp onPasteText={onPasteText} />
      <TypeSelect path={path} />
      <Source path={path} />
      <Field path={[...path, 'destination']} wire hideHelp />
      <div className={styles.below}>
        <TableCells value={false}>
          <Field path={[...path, 'read_only']} />
          <Mode path={path} />
        </TableCells>
      </div>
    </>
  );
}

/** File permissions, which only volumes from a configmap or secret have. */
function Mode({ path }: { path: Path }) {
  const hasFiles = useDocument((document) => {
    const kind = getIn(document, [...path, 'type']);
    return kind === 'configMap' || kind === 'secret';
  });
  const mode = [...path, 'default_mode'];
  if (hasFiles) return <Field path={mode} />;
  return (
    <ShowWhilePresent path={mode}>
      <Field path={mode} />
    </ShowWhilePresent>
  );
}

/** Each type has its own kind of source. Switching back to a type restores its source. */
function TypeSelect({ path }: { path: Path }) {
  const { root, store, alternatives } = useEditor();
  const choose = (next: string | undefined) => {
    const document = store.get();
    const sourceKey = (volumeType: unknown) =>
      `${cellName(document, path)}/source of ${String(volumeType)}`;
    alternatives.remember(
      sourceKey(getIn(document, [...path, 'type'])),
      getIn(document, [...path, 'source']),
    );
    const recalled =
      alternatives.recall(sourceKey(next)) ?? (next === 'emptyDir' ? 'disk' : undefined);
    const typed =
      next === undefined
        ? clearAt(root, document, [...path, 'type'])
        : writeAt(root, document, [...path, 'type'], next);
    const sourcePath = [...path, 'source'];
    store.edit(
      recalled === undefined
        ? clearAt(root, typed, sourcePath)
        : writeAt(root, typed, sourcePath, recalled),
      { path: [...path, 'type'] },
    );
  };
  return <ChoiceField path={[...path, 'type']} spec={type} hideHelp onChoose={choose} />;
}

function Source({ path }: { path: Path }) {
  const kind = useDocument((document) => getIn(document, [...path, 'type']));
  const medium = useMemo(
    () =>
      choiceField({
        table: source.table,
        required: true,
        label: volumeSources.emptyDir.label,
        options: [
          { value: 'disk', label: { en: 'Disk', zh: '磁盘' } },
          { value: 'memory', label: { en: 'Memory', zh: '内存' } },
        ],
      }),
    [],
  );
  const sourcePath = [...path, 'source'];
  if (kind === 'emptyDir') return <ChoiceField path={sourcePath} spec={medium} hideHelp />;
  const words = isKnown(kind) ? volumeSources[kind] : undefined;
  if (words === undefined) return <TextField path={sourcePath} spec={source} wire hideHelp />;
  const reference = kind === 'configMap' ? 'configmap' : kind === 'secret' ? 'secret' : undefined;
  return (
    <TextField
      key={String(kind)}
      path={sourcePath}
      spec={source}
      label={words.label}
      placeholder={words.placeholder}
      wire
      hideHelp
      button={reference && <ReferenceButton kind={reference} path={sourcePath} />}
    />
  );
}

function isKnown(kind: unknown): kind is keyof typeof volumeSources {
  return typeof kind === 'string' && Object.hasOwn(volumeSources, kind);
}
