import type { Path } from '#src/json/path.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { submitWords } from '../words/submit-words.ts';
import { forNextNode } from './for-next-node.ts';

/** Prepares the document for another node and leads to the choice of the node. Undefined if it has no node. */
export function useNextNode(goTo: (path: Path) => void): (() => void) | undefined {
  const { store, history } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const isPossible = useDocument((document) => forNextNode(document) !== undefined);
  if (!isPossible) return undefined;
  return () => {
    const before = store.get();
    const next = forNextNode(before);
    if (next === undefined) return;
    store.edit(next.document);
    goTo(['node_ids', 0]);
    notify({
      text: translate(submitWords.nextNode(next.name)),
      action: { label: t('action.undo'), ...undoEdit({ store, history }, [], () => before) },
    });
  };
}
