import type { ClipboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Path } from '#src/json/path.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { focusRow, listOf } from '#src/ui/focus/focus-row.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { readJsonRows } from './json-rows.ts';
import type { ListActions } from './use-list-actions.ts';
import type { RowSelection } from './use-row-selection.ts';

/**
 * Copy and paste of rows as JSON. Copy takes the selected rows. Rows are pasted after the row with the focus: outside of
 * its text fields, or in its first one if that is empty. Any other paste is left to the field or to the page.
 */
export function useRowClipboard(path: Path, actions: ListActions, selection: RowSelection) {
  const { root, store, readOnly } = useEditor();
  const t = useWords();
  const notify = useNotify();
  return {
    onCopy(event: ClipboardEvent) {
      const { selected } = selection;
      if (!selected || selected.size === 0 || isText(event.target)) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', actions.toJson(selected));
    },
    onPasteCapture(event: ClipboardEvent<HTMLElement>) {
      const target = event.target as Element;
      const row = target.closest<HTMLElement>('[data-row]');
      // A list inside of a row has its own handler.
      if (listOf(row?.parentElement ?? target) !== event.currentTarget) return;
      if (readOnly || (isText(target) && !isFirstEmpty(target, row))) return;
      const text = event.clipboardData.getData('text/plain');
      const rows = readJsonRows(specAt(root, [...path, 0]), text);
      if (rows === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      let added: Path = path;
      // Render synchronously, so that the next key press reaches the new row.
      flushSync(() => {
        added = [...path, actions.insertAll(rows, row ? Number(row.dataset.row) : undefined)];
      });
      focusRow(added, cellName(store.get(), added));
      notify({ text: t('list.pastedRows', { count: rows.length }) });
    },
  };
}

function isText(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  );
}

function isFirstEmpty(
  control: HTMLInputElement | HTMLTextAreaElement,
  row: Element | null,
): boolean {
  return control.value === '' && row?.querySelector('input, textarea') === control;
}
