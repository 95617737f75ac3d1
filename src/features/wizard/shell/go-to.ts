import { idsOf } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { containerOf, sectionOf, stepOf, type StepId } from '../steps.ts';
import { listPaths, type View } from '../view.ts';

/**
 * Opens the step, container and section of a path, scrolls to its row and focuses its control. `showsProblems` also
 * shows the problems of that step.
 */
export function goTo(
  editor: Editor,
  view: View,
  navigate: (step: StepId) => void,
  path: Path,
  { showsProblems = true } = {},
): void {
  const container = containerOf(path);
  if (container) {
    const list = listAt(editor.store.get(), listPaths[container.list]);
    const id = list && idsOf(list)[container.index];
    if (id !== undefined) view.open(id);
    if (stepOf(path) === 'containers') view.showSection(sectionOf(path));
  }
  // Otherwise a step hides its problems until the user leaves it.
  if (showsProblems) editor.problemVisibility.markVisited(stepOf(path));
  navigate(stepOf(path));
  focusPath(editor, path);
}
