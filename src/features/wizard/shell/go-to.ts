import { idsOf } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { containerOf, sectionOf, stepOf, type StepId } from '../steps.ts';
import { listPaths, type View } from '../view.ts';

/**
 * Opens the step, container and section of a path, brings its row into view and focuses its control. To show the
 * problems of the step as well is for those who are led to one.
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
    view.showSection(sectionOf(path));
  }
  // Who is led to a problem sees it there, also in a step that was never left.
  if (showsProblems) editor.problemVisibility.markVisited(stepOf(path));
  navigate(stepOf(path));
  focusPath(editor, path);
}
