import { useId } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import type { PasteHandler } from '#src/ui/field/TextControl.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import { isSameList, useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { switchKey } from '#src/ui/editing/use-switch-key.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { ReferenceButton } from '#src/features/wizard/reference-picker/ReferenceButton.tsx';
import styles from './cells.module.css';

const allKinds = ['value', 'configmap', 'secret', 'field_path'] as const;
type Kind = (typeof allKinds)[number];

/** The kinds whose keys a row has. Only an imported body has more than one. */
function kindsOf(row: Json | undefined): readonly Kind[] {
  if (!isJsonObject(row)) return [];
  const present: Kind[] = [];
  if ('value' in row) present.push('value');
  const from = row.value_from;
  if (isJsonObject(from) && 'configmap' in from) present.push('configmap');
  if (isJsonObject(from) && 'secret' in from) present.push('secret');
  if ('value_from' in row && !present.includes('configmap') && !present.includes('secret'))
    present.push('configmap');
  if ('field_path' in row) present.push('field_path');
  return present;
}

/** One environment variable: name, kind and value. */
export function EnvRow({ path, onPasteName }: { path: Path; onPasteName: PasteHandler }) {
  const kinds = useDocument((document) => kindsOf(getIn(document, path)), isSameList);
  const shown = kinds.length > 0 ? kinds : (['value'] as const);
  const isReference = shown.some((kind) => kind === 'configmap' || kind === 'secret');
  const values = shown.map((kind) => <Value key={kind} path={path} kind={kind} />);
  return (
    <>
      <Field path={[...path, 'name']} wire hideHelp onPasteText={onPasteName} />
      <KindSelect path={path} kind={shown[0]!} />
      {values.length === 1 ? values : <div className={styles.stack}>{values}</div>}
      <div className={styles.notes}>
        <GroupIssues path={[...path, 'value_from']} />
        {isReference && <UnknownKeys path={[...path, 'value_from']} />}
      </div>
    </>
  );
}

function KindSelect({ path, kind }: { path: Path; kind: Kind }) {
  const editor = useEditor();
  const { store, readOnly } = editor;
  const t = useWords();
  const ids = fieldIds(useId());
  const choose = (next: Kind) => {
    const source = { path, keys: envGroup.oneOf };
    const reference = { path: [...path, 'value_from'], keys: ['configmap', 'secret'] };
    let document = store.get();
    if (next === 'value') document = switchKey(editor, document, source, 'value', '');
    else if (next === 'field_path')
      document = switchKey(editor, document, source, 'field_path', 'status.hostIP');
    else {
      if (kind !== 'configmap' && kind !== 'secret')
        document = switchKey(editor, document, source, 'value_from', { [next]: {} });
      // The restored value may be the other of the two.
      if (getIn(document, [...reference.path, next]) === undefined)
        document = switchKey(editor, document, reference, next, {});
    }
    store.edit(document, { path });
  };
  return (
    <FieldFrame ids={ids} label={t('env.kind')} issues={[]}>
      <SelectInput
        id={ids.control}
        value={kind}
        onChange={(event) => choose(event.target.value as Kind)}
        disabled={readOnly}
      >
        {allKinds.map((option) => (
          <option key={option} value={option}>
            {t(`env.kinds.${option}`)}
          </option>
        ))}
      </SelectInput>
    </FieldFrame>
  );
}

function Value({ path, kind }: { path: Path; kind: Kind }) {
  if (kind === 'value') {
    return (
      <TextField path={[...path, 'value']} spec={envGroup.fields.value} keepsEmpty wire hideHelp />
    );
  }
  if (kind === 'field_path') return <Field path={[...path, 'field_path']} hideHelp />;
  return <Reference path={[...path, 'value_from', kind]} kind={kind} />;
}

function Reference({ path, kind }: { path: Path; kind: 'configmap' | 'secret' }) {
  const name = [...path, 'name'];
  const key = [...path, 'key'];
  const choose = <ReferenceButton kind={kind} path={name} keyPath={key} />;
  return (
    <>
      <div className={styles.pair}>
        <Field path={name} wire hideHelp button={choose} />
        <Field path={key} wire hideHelp />
      </div>
      <div className={styles.notes}>
        <GroupIssues path={path} />
        <UnknownKeys path={path} />
      </div>
    </>
  );
}
