import { memo, useId, useState, type KeyboardEvent } from 'react';
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
import { goesOn } from './enter-key.ts';
import clsx from 'clsx';
import { describedBy, FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { TextControl } from '#src/ui/field/TextControl.tsx';
import styles from './list.module.css';
import rows from './rows.module.css';

interface EntryInputsProps {
  /** The object that the entry is part of. */
  path: Path;
  spec: EntriesSpec;
  row: EntryRow;
  /** What the row is called, with its number. */
  name: string;
  isFirst: boolean;
  /** True if an earlier row has its key. */
  isDuplicate: boolean;
  /** True if it is in the document. */
  isWritten: boolean;
  change: EntryList['change'];
  /** Both stay the same from drawing to drawing, so that a key press draws one row. */
  remove: (id: string, name: string) => void;
}

const none: readonly ShownIssue[] = Object.freeze([]);

/** Key and value of one entry. The labels are seen once, above the columns, and on phones in every row. */
export const EntryInputs = memo(function EntryInputs(props: EntryInputsProps) {
  const { path, spec, row, name, isFirst, isDuplicate, isWritten, change, remove } = props;
  const { store, problemVisibility, readOnly } = useEditor();
  const t = useWords();
  // A key may equal another one while it is typed: the problem shows once the key is left.
  const [isTyping, setTyping] = useState(false);
  const at = [...path, row.key];
  const found = useShownIssues(at);
  const own = isWritten ? found : none;
  const twice: readonly ShownIssue[] =
    isDuplicate && !isTyping ? [{ severity: 'error', message: t('list.keyTwice') }] : none;
  // The problems of a missing key show at the key, all others at the value.
  const blamesKey = row.key === '';
  const control = useControl(isWritten ? at : [...path, `#${row.id}`]);
  const touch = () => {
    if (isWritten) problemVisibility.touch(store.get(), at);
  };
  const shared = { inColumn: !isFirst, readOnly };
  return (
    <div role="group" aria-label={name} data-row data-entry={row.id} className={styles.entry}>
      <div className={styles.keyAndValue}>
        <EntryInput
          {...shared}
          label={spec.key}
          value={row.key}
          issues={blamesKey ? [...own, ...twice] : twice}
          control={blamesKey ? control : undefined}
          change={(text) => change(row.id, 'key', text)}
          onFocus={() => setTyping(!isDuplicate)}
          onBlur={() => {
            whenPointerIsUp(() => setTyping(false));
            touch();
          }}
        />
        <EntryInput
          {...shared}
          label={spec.value}
          value={row.value}
          multiline
          issues={blamesKey ? none : own}
          control={blamesKey ? undefined : control}
          change={(text) => change(row.id, 'value', text)}
          onBlur={touch}
        />
      </div>
      {!readOnly && (
        <button
          type="button"
          data-action="remove"
          aria-label={t('list.remove', { item: name })}
          title={t('list.remove', { item: name })}
          onClick={() => remove(row.id, name)}
          className={clsx(rows.action, rows.remove, styles.removeEntry)}
        />
      )}
    </div>
  );
});

interface EntryInputProps {
  label: Text;
  value: Json;
  multiline?: boolean;
  /** True below the row that shows the label. */
  inColumn: boolean;
  issues: readonly ShownIssue[];
  /** Given to the one input that stands for the entry. */
  control: Control | undefined;
  readOnly: boolean;
  change: (text: string) => void;
  onFocus?: () => void;
  onBlur: () => void;
}

function EntryInput(props: EntryInputProps) {
  const { label, value, multiline = false, inColumn, issues, control, readOnly, change } = props;
  const translate = useTranslate();
  const ids = fieldIds(useId());
  const text = toText(value);
  return (
    <FieldFrame ids={ids} label={translate(label)} issues={issues} inColumn={inColumn}>
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
        onKeyDown={nextOnEnter}
        aria-describedby={describedBy(ids, issues, false)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </FieldFrame>
  );
}

/** Enter goes on: from key to value, to the next row, and from the last one to the add button, which adds one. */
function nextOnEnter(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  if (!goesOn(event)) return;
  event.preventDefault();
  const list = event.currentTarget.closest('[role="group"]:not([data-row])');
  const inputs = [...(list?.querySelectorAll<HTMLElement>('input, textarea') ?? [])];
  const next = inputs[inputs.findIndex((input) => event.currentTarget.contains(input)) + 1];
  if (next) next.focus();
  else list?.querySelector<HTMLElement>('[id$="-add"]')?.click();
}
