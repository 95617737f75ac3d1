import { pathOfLine } from '#src/document/line-paths.ts';
import type { Path } from '#src/json/path.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { applyFolds, foldableAt, foldedPaths, foldKey, noFolds } from './folds.ts';
import { elementOfLine } from './line-elements.ts';

export interface PreviewFolds {
  /** Folds again, for example because lines were added. A focused value is never folded. */
  update(focused: Path | undefined): void;
  /** Folds or unfolds the innermost value at a line; returns its path, or undefined if it cannot be folded. */
  toggle(line: number, folds?: boolean): Path | undefined;
  /** Folds everything beside the focused value, or unfolds everything. */
  foldRest(folds: boolean): void;
}

/**
 * Folds values in the preview. `word` is the note after the first line of a folded value. Calls `onChange` after lines
 * were hidden or shown.
 */
export function createPreviewFolds(
  pre: Element,
  { store }: Pick<Editor, 'store'>,
  word: (name: string, lines: number) => string,
  onChange: () => void,
): PreviewFolds {
  let choice = noFolds;
  let focused: Path | undefined;
  let hasFolds = false;
  const update = () => {
    const paths = foldedPaths(store.get(), choice, focused);
    // Without folds, nothing is written.
    if (paths.length > 0 || hasFolds) {
      applyFolds(pre, store.get(), paths, word);
      onChange();
    }
    hasFolds = paths.length > 0;
  };
  return {
    update(next) {
      focused = next;
      if (choice !== noFolds) update();
    },
    toggle(line, folds) {
      if (pre.hasAttribute('data-long')) return undefined;
      const path = foldableAt(store.get(), pathOfLine(store.get(), line));
      if (path === undefined) return undefined;
      const isFolded = elementOfLine(pre, line)?.hasAttribute('data-fold') ?? false;
      choice = {
        ...choice,
        single: new Map([...choice.single, [foldKey(path), folds ?? !isFolded]]),
      };
      focused = undefined;
      update();
      return path;
    },
    foldRest(folds) {
      choice = { foldsRest: folds, single: new Map() };
      update();
    },
  };
}
