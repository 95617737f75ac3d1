import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { Trash2 } from 'lucide-react';
import { memo, useId, useState, type KeyboardEvent } from 'react';
import type { Path } from '#src/json/path.ts';
import type { EntriesSpec } from '#src/domain/core/field.ts';
import { afterPress } from '#src/ui/editing/after-press.ts';
import { useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import type { EntryRow } from './entry-rows.ts';
import { isStructure, toText } from '#src/ui/editing/leaf-text.ts';
import { applyEdit, toLineFeeds, typedText } from '#src/ui/editing/line-breaks.ts';
import type { EntryList } from './entry-list.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import type { ShownIssue } from '#src/ui/field/IssueLine.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { goesOn } from './enter-key.ts';
import { describedBy, FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { TextControl } from '#src/ui/field/TextControl.tsx';

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
  const translate = useTranslate();
  const id = useId();
  // A key may equal another one while it is typed: the problem shows once the key is left.
  const [isTyping, setTyping] = useState(false);
  const at = [...path, row.key];
  const found = useShownIssues(at);
  const own = isWritten ? found : none;
  const twice: readonly ShownIssue[] =
    isDuplicate && !isTyping ? [{ severity: 'error', message: t('list.keyTwice') }] : none;
  // The problems of a missing key show at the key, all others at the value.
  const blamesKey = row.key === '';
  const parts = [
    { part: 'key', label: spec.key, text: row.key, issues: blamesKey ? [...own, ...twice] : twice },
    { part: 'value', label: spec.value, text: toText(row.value), issues: blamesKey ? none : own },
  ] as const;
  const blamed = `${id}-${blamesKey ? 'key' : 'value'}`;
  const control = useControl(isWritten ? at : [...path, `#${row.id}`]);
  const leave = (part: 'key' | 'value') => {
    if (part === 'key') afterPress(() => setTyping(false));
    if (isWritten) problemVisibility.touch(store.get(), at);
  };
  return (
    <Box
      role="group"
      aria-label={name}
      data-row
      data-entry={row.id}
      sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start' }}
    >
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'grid',
          gap: { xs: 1, sm: '8px 16px' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        {parts.map(({ part, label, text, issues }) => {
          const ids = fieldIds(`${id}-${part}`);
          return (
            <FieldFrame
              key={part}
              ids={ids}
              label={translate(label)}
              issues={issues}
              inColumn={!isFirst}
            >
              <TextControl
                id={ids.control}
                {...(ids.control === blamed && control)}
                multiline={part === 'value'}
                wire
                text={text}
                isStructure={part === 'value' && isStructure(row.value)}
                value={toLineFeeds(text)}
                readOnly={readOnly}
                isWrong={issues.some((issue) => issue.severity === 'error')}
                onChange={({ target }) => change(row.id, part, typedText(text, target))}
                onReplace={(next, caret) => change(row.id, part, applyEdit(text, next, caret))}
                {...(part === 'key' && { onFocus: () => setTyping(!isDuplicate) })}
                onBlur={() => leave(part)}
                onKeyDown={nextOnEnter}
                aria-describedby={describedBy(ids, issues, false)}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
              />
            </FieldFrame>
          );
        })}
      </Box>
      {!readOnly && (
        <IconButton
          size="small"
          data-action="remove"
          aria-label={t('list.remove', { item: name })}
          title={t('list.remove', { item: name })}
          onClick={() => remove(row.id, name)}
          sx={{
            width: 32,
            height: 32,
            mt: { xs: '26px', sm: isFirst ? '26px' : '2px' },
            color: 'text.secondary',
          }}
        >
          <Trash2 size={16} aria-hidden />
        </IconButton>
      )}
    </Box>
  );
});

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
