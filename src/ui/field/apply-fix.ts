import type { Fix } from '#src/domain/core/issue.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { focusRow } from '#src/ui/focus/focus-row.ts';

/** Applies a fix as one undo step and focuses the field it changed. */
export function applyFix({ root, store, issues }: Editor, { path, value }: Fix): void {
  store.edit(writeAt(root, store.get(), path, value), { path });
  // A button that offered the fix disappears with its issue, so move the focus first.
  focusRow(path, cellName(store.get(), path));
  issues.checkNow();
}
