import type { Json } from '#src/json/value.ts';
import type { Path } from '#src/json/path.ts';
import { stableKeys } from '#src/document/edits.ts';
import { cellName, pathOfCell } from '../inputs/cell-name.ts';
import { createListeners } from '#src/document/listeners.ts';
import { createInputLayer, type InputLayer } from '../inputs/input-layer.ts';

/**
 * Decides which problems a field shows. A wrong value shows at once, unless the user is still typing it for the first
 * time. A missing value shows once its field or section was left, or after Submit. A new row shows nothing until its
 * own fields are left. The input layer provides the touched and submitted state.
 */
export interface ProblemVisibility {
  /** The input layer of the document. {@link ProblemVisibility.reset} replaces it. */
  inputs(): InputLayer;
  /** The field was left. */
  touch(document: Json, path: Path): void;
  /** The user types into the field. Until it is left, its wrong value shows only if the section was left. */
  startTyping(document: Json, path: Path): void;
  /** A section was left. Rows in it no longer count as new. */
  markVisited(section: string): void;
  /** Submit was pressed: all problems show, including those of new rows. */
  submit(): Promise<void>;
  /** A row was just added under this id. */
  markNew(rowId: string): void;
  /** True if a missing value (or, if `isMissing` is false, a wrong one) at `path` may be shown. */
  isShown(document: Json, path: Path, isMissing?: boolean): boolean;
  /** True if the section was left, or after Submit. */
  isVisited(section: string): boolean;
  /** Starts over for another document, with its stored marks if it has any. */
  reset(restored?: Restored): void;
  /** State that {@link createProblemVisibility} needs to continue with the same document after a reload. */
  marks(document: Json): Marks;
  /** Changes with every change, for useSyncExternalStore. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

/** The places that the user has visited. Plain JSON, so that it can be stored. */
export interface Marks {
  /** The sections that were left; `*` after Submit. */
  readonly sections: readonly string[];
  /** The fields that were left. */
  readonly fields: readonly Path[];
}

/** In place of a section: all sections. */
const everySection = '*';

/** Marks from before a reload, and the document whose paths they hold. */
export interface Restored {
  readonly document: Json;
  readonly marks: Marks;
}

/**
 * `sectionOf` names the section that shows a path. `defer` postpones changes that would move the page while a
 * pointer is pressed; by default nothing is postponed. `restored` continues with marks from before a reload.
 */
export function createProblemVisibility(
  sectionOf: (path: Path) => string,
  defer: (run: () => void) => void = (run) => run(),
  restored?: Restored,
): ProblemVisibility {
  const visited = new Set<string>();
  const newRows = new Set<string>();
  /** The cell names of fields that the user is typing into for the first time. */
  const typing = new Set<string>();
  const { notify: notifyListeners, subscribe } = createListeners();
  let version = 0;
  const notify = () => {
    version++;
    notifyListeners();
  };
  const start = () =>
    createInputLayer((change) => {
      if (change === 'submitted') newRows.clear();
      notify();
    });
  let inputs = start();
  const restore = ({ document, marks }: Restored) => {
    for (const section of marks.sections) visited.add(section);
    for (const path of marks.fields) inputs.touch(cellName(document, path));
  };
  if (restored) restore(restored);
  const isAllVisited = () => inputs.isSubmitted() || visited.has(everySection);
  const isVisited = (section: string) => isAllVisited() || visited.has(section);

  return {
    inputs: () => inputs,
    touch(document, path) {
      const name = cellName(document, path);
      if (inputs.touched().has(name)) return;
      defer(() => {
        typing.delete(name);
        inputs.touch(name);
      });
    },
    startTyping(document, path) {
      const name = cellName(document, path);
      if (!inputs.touched().has(name)) typing.add(name);
    },
    markVisited(section) {
      if (isVisited(section) && newRows.size === 0) return;
      visited.add(section);
      newRows.clear();
      notify();
    },
    submit: () => inputs.submit(),
    markNew(rowId) {
      newRows.add(rowId);
    },
    isShown(document, path, isMissing = true) {
      const isSectionVisited = isVisited(sectionOf(path));
      // The common case first: counting thousands of issues must not walk the document for each.
      if (newRows.size === 0 && isSectionVisited) return true;
      if (newRows.size + typing.size + inputs.touched().size === 0) return !isMissing;
      const name = cellName(document, path);
      if (inputs.touched().has(name)) return true;
      if (stableKeys(document, path).some((key) => newRows.has(key))) return false;
      return isSectionVisited || (!isMissing && !typing.has(name));
    },
    isVisited,
    reset(next) {
      inputs = start();
      typing.clear();
      visited.clear();
      newRows.clear();
      if (next) restore(next);
      notify();
    },
    marks: (document) => ({
      sections: isAllVisited() ? [everySection] : [...visited],
      fields: pathsOfCells(document, inputs.touched()),
    }),
    version: () => version,
    subscribe,
  };
}

/** The paths of the cells that are still in the document. */
function pathsOfCells(document: Json, names: Iterable<string>): readonly Path[] {
  return [...names].flatMap((name) => {
    const path = pathOfCell(document, name);
    return path === undefined ? [] : [path];
  });
}
