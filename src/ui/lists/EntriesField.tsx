import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useCallback, useId, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import type { EntriesSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { useDocument, useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import { duplicateKeyRows, isWritten } from './entry-rows.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { useEntryList } from './use-entry-list.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import { ListFrame } from './ListFrame.tsx';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { EntryInputs } from './EntryInputs.tsx';
import type { EntryList } from './entry-list.ts';
import styles from './list.module.css';
import table from './rows.module.css';
import { HeadedRows } from './HeadedRows.tsx';

interface EntriesFieldProps {
  path: Path;
  spec: EntriesSpec;
  /** Name of one entry. */
  item: Text;
  /** Shown while the list is empty. */
  empty?: string;
}

/** An object with free keys and text values, such as labels: one row per key. */
export function EntriesField({ path, spec, item, empty }: EntriesFieldProps) {
  const { readOnly } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const headingId = useId();
  const addId = `${headingId}-add`;
  const issues = useShownIssues(path);
  const { list: entries, rows } = useEntryList(path);
  const duplicates = duplicateKeyRows(rows);
  const isNotObject = useDocument((document) => {
    const value = getIn(document, path);
    return value !== undefined && !isJsonObject(value);
  });
  const list = useRef<HTMLDivElement>(null);
  const addRow = () => {
    // Render synchronously, so that the next key press reaches the new input.
    const id = flushSync(entries.add);
    focusIn(list.current, id, 'input, textarea');
  };
  const removeRow = useRemoveEntry(path, entries, list, addId);

  if (isNotObject) {
    return (
      <div role="note" className={styles.notAList}>
        {t('list.notAnObject', { label: translate(spec.label) })}
      </div>
    );
  }
  return (
    <ListFrame
      headingId={headingId}
      level="h4"
      path={path}
      label={translate(spec.label)}
      count={rows.length}
      help={spec.help && translate(spec.help)}
      empty={empty}
      compactWhenEmpty
      issues={issues}
      addButton={!readOnly && <AddEntry id={addId} path={path} item={item} onAdd={addRow} />}
    >
      <HeadedRows
        columns={[spec.key, spec.value].map((label) => ({
          label: translate(label),
          width: 'minmax(0, 1fr)',
        }))}
        actionsWidth="36px"
        isBoxed
        count={rows.length}
      >
        <div ref={list} className={table.rows}>
          {rows.map((row, index) => (
            <EntryInputs
              key={row.id}
              path={path}
              spec={spec}
              row={row}
              name={`${translate(item)} ${index + 1}`}
              index={index}
              isDuplicate={duplicates.has(row.id)}
              isWritten={isWritten(row, duplicates)}
              change={entries.change}
              remove={removeRow}
            />
          ))}
        </div>
      </HeadedRows>
    </ListFrame>
  );
}

interface AddEntryProps extends Pick<EntriesFieldProps, 'path' | 'item'> {
  id: string;
  onAdd: () => void;
}

function AddEntry({ id, path, item, onAdd }: AddEntryProps) {
  const t = useWords();
  const translate = useTranslate();
  const control = useControl(path);
  return (
    <Button
      id={id}
      {...control}
      size="small"
      variant="outlined"
      startIcon={<Plus size={16} aria-hidden />}
      onClick={onAdd}
    >
      {t('list.add', { item: translate(item).toLowerCase() })}
    </Button>
  );
}

/** Removes an entry, focuses the next one and offers undo. */
function useRemoveEntry(
  path: Path,
  entries: EntryList,
  list: RefObject<HTMLElement | null>,
  addId: string,
) {
  const { root, store, history } = useEditor();
  const t = useWords();
  const notify = useNotify();
  return useCallback(
    (id: string, removed: string) => {
      const { next, written } = entries.remove(id);
      requestAnimationFrame(() => {
        if (next === undefined) document.getElementById(addId)?.focus();
        else focusIn(list.current, next, '[data-action="remove"]');
      });
      if (written === undefined) return;
      const { key, value } = written;
      const restore = (document: Json, place: Path) => {
        const present = getIn(document, place) ?? {};
        return !isJsonObject(present) || Object.hasOwn(present, key)
          ? document
          : writeAt(root, document, place, { ...present, [key]: value });
      };
      notify({
        text: t('list.removed', { item: removed }),
        action: { label: t('action.undo'), ...undoEdit({ store, history }, path, restore) },
      });
    },
    [entries, root, store, history, notify, path, t, list, addId],
  );
}

function focusIn(list: HTMLElement | null, row: string, control: string): void {
  list?.querySelector<HTMLElement>(`[data-entry="${row}"] :is(${control})`)?.focus();
}
