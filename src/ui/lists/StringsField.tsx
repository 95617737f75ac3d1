import clsx from 'clsx';
import { use, useId, useMemo, type KeyboardEvent } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { StringsSpec, TextSpec } from '#src/domain/core/spec/field.ts';
import { textField } from '#src/domain/core/spec/leaf-fields.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import { useCell } from '#src/ui/editing/use-cell.ts';
import { IssueLines } from '#src/ui/field/IssueLine.tsx';
import { focusRow, listOf } from '#src/ui/focus/focus-row.ts';
import { RowList } from './RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { isNextFieldKey } from './enter-key.ts';
import { helpOf } from '#src/ui/field/help-words.ts';
import frame from '#src/ui/field/frame.module.css';
import { TableCells } from '#src/ui/field/table-cells.ts';
import { TextControl } from '#src/ui/field/TextControl.tsx';
import rows from './rows.module.css';
import { useSplitLines } from './use-split-lines.ts';

interface StringsFieldProps {
  path: Path;
  spec: StringsSpec;
  /** Reduces an empty list to one line. */
  compactWhenEmpty?: boolean;
}

/** A list of texts (args, command, values), one input each. Empty text is a valid member. */
export function StringsField({ path, spec, compactWhenEmpty = false }: StringsFieldProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const t = useWords();
  const isCell = use(TableCells);
  const member = useMemo(
    () => textField({ table: spec.table, label: spec.item, minLength: 0 }),
    [spec],
  );
  return (
    <RowList
      path={path}
      label={spec.label}
      help={joinSentences(language, helpOf(spec, translate), t('field.lineBreakKey'))}
      item={spec.item}
      createRow={() => ''}
      layout={isCell ? 'cell' : 'inline'}
      {...(!isCell && { columns: [{ label: translate(spec.item), width: 'minmax(0, 1fr)' }] })}
      rowHeight={41}
      compactWhenEmpty={compactWhenEmpty && !isCell}
    >
      {(_memberPath, index) => (
        <Member
          list={path}
          index={index}
          spec={member}
          name={`${translate(spec.item)} ${index + 1}`}
        />
      )}
    </RowList>
  );
}

interface MemberProps {
  list: Path;
  index: number;
  spec: TextSpec;
  name: string;
}

function Member({ list, index, spec, name }: MemberProps) {
  const { store, readOnly } = useEditor();
  const t = useWords();
  const path = [...list, index];
  const cell = useCell(path, spec, true);
  const issues = useShownIssues(path);
  const issuesId = useId();
  const offerToSplit = useSplitLines(list, index, name);
  /** Enter moves to the next entry. In the last one it adds another. */
  const focusNextOnEnter = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (!isNextFieldKey(event)) return;
    event.preventDefault();
    const next = [...list, index + 1];
    if (getIn(store.get(), next) !== undefined) focusRow(next, cellName(store.get(), next));
    else listOf(event.currentTarget)?.querySelector<HTMLElement>('[id$="-add"]')?.click();
  };
  return (
    <>
      <TextControl
        {...cell}
        multiline
        wire
        readOnly={readOnly}
        placeholder={t('field.emptyText')}
        aria-label={name}
        isWrong={issues.some((issue) => issue.severity === 'error')}
        aria-describedby={issues.length > 0 ? issuesId : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onKeyDown={focusNextOnEnter}
        onPasteText={offerToSplit}
      />
      {issues.length > 0 && (
        <div id={issuesId} className={clsx(frame.issues, rows.inlineIssues)}>
          <IssueLines issues={issues} />
        </div>
      )}
    </>
  );
}
