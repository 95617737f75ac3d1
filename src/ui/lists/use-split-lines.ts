import { insertAt, pathOf, setIn, stableKeys } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList } from '#src/json/value.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { PasteHandler } from '#src/ui/field/TextControl.tsx';

/**
 * Lines pasted into an empty entry can be one text (a script) or several entries (options). They stay one text, and a
 * notice offers to split them into entries. `name` is the name of the entry.
 */
export function useSplitLines(list: Path, index: number, name: string): PasteHandler {
  const { root, store } = useEditor();
  const notify = useNotify();
  const t = useWords();
  return (pasted) => {
    const path = [...list, index];
    const count = linesOf(pasted).length;
    if (count < 2 || getIn(store.get(), path) !== '') return false;
    const keys = stableKeys(store.get(), path);
    const split = () => {
      const document = store.get();
      // The entry may have been moved, removed or changed.
      const place = pathOf(document, keys);
      const text = place && getIn(document, place);
      if (place === undefined || typeof text !== 'string') return;
      const [first, ...others] = linesOf(text);
      if (first === undefined) return;
      const next = Number(place.at(-1)) + 1;
      const listPath = place.slice(0, -1);
      let entries = getIn(setIn(document, place, first), listPath);
      if (entries === undefined || !isJsonList(entries)) return;
      for (const [offset, line] of others.entries())
        entries = insertAt(entries, next + offset, line);
      store.edit(writeAt(root, document, listPath, entries), { path: place });
      focusRow(place, cellName(store.get(), place));
    };
    notify({
      text: t('list.pastedLines', { item: name, count }),
      action: { label: t('list.splitLines'), run: split },
    });
    return false;
  };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
}
