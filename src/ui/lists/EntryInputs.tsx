import { memo, useId, useState } from 'react';
import type { Path } from '#src/json/path.ts';
import type { EntriesSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';
import { whenPointerIsUp } from '#src/ui/timing/when-pointer-is-up.ts';
import { useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import type { EntryRow } from './entry-rows.ts';
import { isStructure, toText } from '#src/ui/editing/inputs/leaf-text.ts';
import { applyEdit, toLineFeeds, typedText } from '#src/ui/editing/inputs/line-breaks.ts';
import type { EntryList } from './entry-list.ts';
import { useControl, type Control } from '#src/ui/editing/use-control.ts';
import type { ShownIssue } from '#src/ui/field/IssueLine.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { listOf } from '#src/ui/focus/focus-row.ts';
import { focusTextAfter, isNextFieldKey } from './enter-key.ts';
import clsx from 'clsx';
import { describedBy, FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { TextControl } from '#src/ui/field/TextControl.tsx';
import { TableCells } from '#src/ui/field/table-cells.ts';
import styles from './rows.module.css';

interface EntryInputsProps {
  /** Path of the object that contains the entry. */
  path: Path;
  spec: EntriesSpec;
  row: EntryRow;
  /** Name of the row with its number. */
  name: string;
  index: number;
  /** True if an earlier row has the same key. */
  isDuplicate: boolean;
  /** True if the document contains the entry. */
  isWritten: boolean;
  change: EntryList['change'];
  /** Both are stable, so that a key press renders only one row. */
  remove: (id: string, name: string) => void;
}

const none: readonly ShownIssue[] = Object.freeze([]);

/** Key and value of one entry. */
export const EntryInputs = memo(function EntryInputs(props: EntryInputsProps) {
  const { path, spec, row, name, index, isDuplicate, isWritten, change, remove } = props;
  const { store, problemVisibility, readOnly } = useEditor();
  const t = useWords();
  // While it is being typed, a key may equal another one. The problem appears when the field loses focus.
  const [isTyping, setTyping] = useState(false);
  const entryPath = [...path, row.key];
  const pathIssues = useShownIssues(entryPath);
  const ownIssues = isWritten ? pathIssues : none;
  const duplicateIssue: readonly ShownIssue[] =
    isDuplicate && !isTyping ? [{ severity: 'error', message: t('list.keyTwice') }] : none;
  // Issues of an empty key are shown at the key, all others at the value.
  const blamesKey = row.key === '';
  const control = useControl(isWritten ? entryPath : [...path, `#${row.id}`]);
  const touch = () => {
    if (isWritten) problemVisibility.touch(store.get(), entryPath);
  };
  return (
    <div role="group" aria-label={name} data-row data-entry={row.id} className={styles.tableRow}>
      <div aria-hidden className={styles.start}>
        {index + 1}
      </div>
      <div className={styles.cells}>
        <TableCells value>
          <EntryInput
            readOnly={readOnly}
            label={spec.key}
            value={row.key}
            issues={blamesKey ? [...ownIssues, ...duplicateIssue] : duplicateIssue}
            control={blamesKey ? control : undefined}
            change={(text) => change(row.id, 'key', text)}
            onFocus={() => setTyping(!isDuplicate)}
            onBlur={() => {
              whenPointerIsUp(() => setTyping(false));
              touch();
            }}
          />
          <EntryInput
            readOnly={readOnly}
            label={spec.value}
            value={row.value}
            multiline
            issues={blamesKey ? none : ownIssues}
            control={blamesKey ? undefined : control}
            change={(text) => change(row.id, 'value', text)}
            onBlur={touch}
          />
        </TableCells>
      </div>
      {!readOnly && (
        <div className={styles.actions}>
          <button
            type="button"
            data-action="remove"
            aria-label={t('list.remove', { item: name })}
            title={t('list.remove', { item: name })}
            onClick={() => remove(row.id, name)}
            className={clsx(styles.action, styles.remove)}
          />
        </div>
      )}
    </div>
  );
});

interface EntryInputProps {
  label: Text;
  value: Json;
  multiline?: boolean;
  issues: readonly ShownIssue[];
  /** Set on the one input that represents the entry. */
  control: Control | undefined;
  readOnly: boolean;
  change: (text: string) => void;
  onFocus?: () => void;
  onBlur: () => void;
}

function EntryInput(props: EntryInputProps) {
  const { label, value, multiline = false, issues, control, readOnly, change } = props;
  const translate = useTranslate();
  const ids = fieldIds(useId());
  const text = toText(value);
  return (
    <FieldFrame ids={ids} label={translate(label)} issues={issues}>
      <TextControl
        id={ids.control}
        {...control}
        multiline={multiline}
        wire
        text={text}
        isStructure={multiline && isStructure(value)}
        value={toLineFeeds(text)}
        readOnly={readOnly}
        isWrong={issues.some((issue) => issue.severity === 'error')}
        onChange={({ target }) => change(typedText(text, target))}
        onReplace={(next, caret) => change(applyEdit(text, next, caret))}
        {...(props.onFocus && { onFocus: props.onFocus })}
        onBlur={props.onBlur}
        onKeyDown={(event) => {
          if (!isNextFieldKey(event)) return;
          event.preventDefault();
          const list = listOf(event.currentTarget);
          if (!focusTextAfter(event.currentTarget, list))
            list?.querySelector<HTMLElement>('[id$="-add"]')?.click();
        }}
        aria-describedby={describedBy(ids, issues, false)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </FieldFrame>
  );
}
