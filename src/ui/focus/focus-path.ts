import type { Path } from '#src/json/path.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { isLoadingParts } from '#src/ui/parts/lazy-part.tsx';
import { scrollToRow } from './scroll-to-row.ts';

/** Frames to wait until a step, a container and a row are drawn, once their code is there. */
const MAX_FRAMES = 30;
/** How long their code is waited for, milliseconds. */
const MAX_LOADING_MS = 20_000;

let leaving: AbortController | undefined;

/**
 * Brings the row of a path into view and focuses its control, or the nearest one, as soon as it is drawn. Gives up
 * if the person does something else meanwhile.
 */
export function focusPath(editor: Pick<Editor, 'store' | 'inputs'>, path: Path): void {
  leaving?.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  // Who goes on elsewhere meanwhile is not taken away from there.
  for (const act of ['pointerdown', 'keydown', 'wheel'])
    window.addEventListener(act, () => leaving?.abort(), { capture: true, signal });
  waitAndFocus(editor, path, {
    frames: MAX_FRAMES,
    until: performance.now() + MAX_LOADING_MS,
    signal,
  });
}

interface Wait {
  /** That may still go by without anything being loaded. */
  frames: number;
  /** Until when parts that are being loaded are waited for, in the milliseconds of performance.now(). */
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
      leaving?.abort();
      editor.inputs.focus(control);
      return;
    }
    const left = isLoadingParts() && performance.now() < until ? frames : frames - 1;
    if (left > 0) waitAndFocus(editor, path, { frames: left, until, signal });
    else leaving?.abort();
  });
}

/**
 * The name of the registered control that stands for a path: its own, else the first below it; `widen` goes up to its
 * parents, so that a problem of a row or of an unknown key still leads near.
 */
function controlOf(
  { store, inputs }: Pick<Editor, 'store' | 'inputs'>,
  path: Path,
  widen: boolean,
): string | undefined {
  const names = inputs.names();
  for (let length = path.length; length >= (widen ? 1 : path.length); length--) {
    const name = cellName(store.get(), path.slice(0, length));
    const found =
      names.find((one) => one === name) ?? names.find((one) => one.startsWith(`${name}/`));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * True if the control that stands for a path is drawn and can be seen: not in another step, container or section, not
 * scrolled away, not under the bars at the edges of the window.
 */
export function isControlVisible(editor: Pick<Editor, 'store' | 'inputs'>, path: Path): boolean {
  const name = controlOf(editor, path, false);
  const control = name === undefined ? undefined : document.getElementsByName(name)[0];
  if (control === undefined) return false;
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  // A switch is drawn by its label, an input by what stands around it.
  return (
    found !== null &&
    (control.contains(found) ||
      control.parentElement === found ||
      found.closest('label')?.contains(control) === true)
  );
}
