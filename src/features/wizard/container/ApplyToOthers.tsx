import Button from '@mui/material/Button';
import { getIn } from '#src/json/get-in.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { listPaths, type ContainerEntry } from '../view.ts';
import { applyToOthers, type SharedPart } from './apply-to-others.ts';

interface ApplyToOthersProps {
  container: ContainerEntry;
  part: SharedPart;
  /** Name of the part, for the accessible name of the button. */
  label: string;
}

/** Copies a part of a container to all other containers of its list, as one undo step. */
export function ApplyToOthers({ container, part, label }: ApplyToOthersProps) {
  const { root, store, history, readOnly, issues } = useEditor();
  const t = useWords();
  const notify = useNotify();
  const listPath = listPaths[container.list];
  const others = useDocument((document) => (listAt(document, listPath) ?? []).length - 1);
  const isPresent = useDocument(
    (document) => getIn(document, [...container.path, part]) !== undefined,
  );
  if (readOnly || others < 1 || !isPresent) return null;
  const apply = () => {
    store.edit(applyToOthers(root, store.get(), container, part), { path: listPath });
    issues.checkNow();
    notify({
      text: t('container.applied', { part: label, count: others }),
      action: {
        label: t('action.undo'),
        // Later edits cannot be separated from the copies.
        ...undoEdit({ store, history }, listPath, (document) => document),
      },
    });
  };
  return (
    <Button
      size="small"
      variant="text"
      aria-label={t('container.applyPart', { part: label })}
      onClick={apply}
    >
      {t('container.apply')}
    </Button>
  );
}
