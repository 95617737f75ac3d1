import { idsOf } from '#src/document/identity.ts';
import { toPointer, type Path } from '#src/document/path.ts';
import { cellName } from '#src/ui/editing/cell-name.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { reachRow } from '#src/ui/lists/reach.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { containerOf, sectionOf, stepOf, type StepId } from './steps.ts';
import { listPaths, type View } from './view.ts';

/** Frames to wait for a step, a container and a row to be drawn. */
const MAX_FRAMES = 30;

/** Opens the step, container and section of a path, brings its row into view and focuses its control. */
export function goTo(
  editor: Editor,
  view: View,
  navigate: (step: StepId) => void,
  path: Path,
): void {
  const container = containerOf(path);
  if (container) {
    const list = listAt(editor.store.get(), listPaths[container.list]);
    const id = list && idsOf(list)[container.index];
    if (id !== undefined) view.open(id);
    view.showSection(sectionOf(path));
  }
  navigate(stepOf(path));
  waitAndFocus(editor, path, MAX_FRAMES);
}

function waitAndFocus(editor: Editor, path: Path, frames: number): void {
  requestAnimationFrame(() => {
    reachRow(path);
    const control = controlOf(editor, path, frames < MAX_FRAMES / 2);
    if (control !== undefined) {
      document.getElementById(control.id)?.scrollIntoView({ block: 'center' });
      editor.form.setFocus(control.name);
    } else if (frames > 0) waitAndFocus(editor, path, frames - 1);
  });
}

/**
 * The control that stands for a path: its own, else the first below it; `widen` goes up to its parents,
 * so that a problem of a row or of an unknown key still leads near.
 */
function controlOf(
  editor: Editor,
  path: Path,
  widen: boolean,
): { name: string; id: string } | undefined {
  for (let length = path.length; length >= (widen ? 1 : path.length); length--) {
    const name = cellName(editor.store.get(), path.slice(0, length));
    const exact = document.getElementsByName(name)[0];
    const inside = document.querySelector<HTMLElement>(`[name^="${CSS.escape(name)}/"]`);
    const found = exact ?? inside;
    const foundName = found?.getAttribute('name');
    if (found && foundName) return { name: foundName, id: found.id };
  }
  return undefined;
}

/** A path as text, for keys of lists. */
export function pathKey(path: Path): string {
  return toPointer(path);
}
