import type { Path } from '#src/json/path.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { isLoadingParts } from '#src/ui/parts/lazy-part.tsx';
import { scrollToRow } from './scroll-to-row.ts';

/** How many frames to wait for a step, a container and a row to render, once their code is loaded. */
const MAX_FRAMES = 30;
/** How long to wait for their code, milliseconds. */
const MAX_LOADING_MS = 20_000;

let waiting: AbortController | undefined;

/**
 * Scrolls to the row of a path and focuses its control, or the nearest one, as soon as it is rendered. Gives up if the
 * user does something else in the meantime.
 */
export function focusPath(editor: Pick<Editor, 'store' | 'inputs'>, path: Path): void {
  waiting?.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  // Never move the focus away from a user who has continued elsewhere.
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    window.addEventListener(type, () => waiting?.abort(), { capture: true, signal });
  waitAndFocus(editor, path, {
    frames: MAX_FRAMES,
    until: performance.now() + MAX_LOADING_MS,
    signal,
  });
}

interface Wait {
  /** How many more frames may pass while no code is loading. */
  frames: number;
  /** When to stop waiting for code that is loading, as a time of performance.now(). */
  readonly until: number;
  readonly signal: AbortSignal;
}

function waitAndFocus(
  editor: Pick<Editor, 'store' | 'inputs'>,
  path: Path,
  { frames, until, signal }: Wait,
): void {
  requestAnimationFrame(() => {
    if (signal.aborted) return;
    scrollToRow(path);
    const control = controlOf(editor, path, frames < MAX_FRAMES / 2);
    if (control !== undefined) {
      waiting?.abort();
      editor.inputs.focus(control);
      return;
    }
    const framesLeft = isLoadingParts() && performance.now() < until ? frames : frames - 1;
    if (framesLeft > 0) waitAndFocus(editor, path, { frames: framesLeft, until, signal });
    else waiting?.abort();
  });
}

/**
 * The name of the registered control for a path: its own, otherwise the first one below it. With `includesParents`,
 * otherwise that of the nearest parent, so that a problem of a row or of an unknown key still leads close to it.
 */
function controlOf(
  { store, inputs }: Pick<Editor, 'store' | 'inputs'>,
  path: Path,
  includesParents: boolean,
): string | undefined {
  const names = inputs.names();
  for (let length = path.length; length >= (includesParents ? 1 : path.length); length--) {
    const name = cellName(store.get(), path.slice(0, length));
    const match =
      names.find((other) => other === name) ?? names.find((other) => other.startsWith(`${name}/`));
    if (match !== undefined) return match;
  }
  return undefined;
}

/**
 * True if the control for a path is rendered and visible: not in another step, container or section, not scrolled out
 * of view, and not covered by the bars at the edges of the window.
 */
export function isControlVisible(editor: Pick<Editor, 'store' | 'inputs'>, path: Path): boolean {
  const name = controlOf(editor, path, false);
  const control = name === undefined ? undefined : document.getElementsByName(name)[0];
  if (control === undefined) return false;
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const topElement = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  // The label of a switch covers its input, and the frame around an input may cover it.
  return (
    topElement !== null &&
    (control.contains(topElement) ||
      control.parentElement === topElement ||
      topElement.closest('label')?.contains(control) === true)
  );
}
