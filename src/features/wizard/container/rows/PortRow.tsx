import { useId } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import { portGroup } from '#src/domain/deployment/fields/ports.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import type { PasteHandler } from '#src/ui/field/TextControl.tsx';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useSwitchKey } from '#src/ui/editing/use-switch-key.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './cells.module.css';

interface PortRowProps {
  path: Path;
  onPasteText: PasteHandler;
  /** Suggested for the host IP. */
  hostIps: readonly string[];
}

/** One port mapping: container port, and a host port or port range. */
export function PortRow({ path, onPasteText, hostIps }: PortRowProps) {
  const { readOnly } = useEditor();
  const t = useWords();
  const ids = fieldIds(useId());
  const switchPort = useSwitchKey(path, portGroup.oneOf);
  const hasRange = useDocument((document) => holds(getIn(document, path), 'host_port_range'));
  const hasPort = useDocument((document) => holds(getIn(document, path), 'host_port'));
  const hostSide = [
    (!hasRange || hasPort) && (
      <Field key="port" path={[...path, 'host_port']} hideHelp onPasteText={onPasteText} />
    ),
    hasRange && (
      <div key="range" className={styles.pair}>
        <Field path={[...path, 'host_port_range', 'min_port']} hideHelp />
        <Field path={[...path, 'host_port_range', 'max_port']} hideHelp />
      </div>
    ),
  ].filter(Boolean);
  return (
    <>
      <Field path={[...path, 'container_port']} hideHelp onPasteText={onPasteText} />
      {hostSide.length === 1 ? hostSide : <div className={styles.stack}>{hostSide}</div>}
      <FieldFrame ids={ids} label={t('port.kind')} issues={[]}>
        <SelectInput
          id={ids.control}
          value={hasRange ? 'range' : 'port'}
          disabled={readOnly}
          onChange={({ target }) =>
            target.value === 'range' ? switchPort('host_port_range', {}) : switchPort('host_port')
          }
        >
          <option value="port">{t('port.kinds.port')}</option>
          <option value="range">{t('port.kinds.range')}</option>
        </SelectInput>
      </FieldFrame>
      <Field path={[...path, 'host_ip']} hideHelp suggestions={hostIps} />
      <div className={styles.notes}>
        <GroupIssues path={[...path, 'host_port_range']} />
        {hasRange && <UnknownKeys path={[...path, 'host_port_range']} />}
      </div>
    </>
  );
}

function holds(row: Json | undefined, key: string): boolean {
  return isJsonObject(row) && Object.hasOwn(row, key);
}
