import { useEffect } from 'react';
import type { Path } from '#src/json/path.ts';

type EditPart = (path: Path) => void;

let current: EditPart | undefined;

/** Opens the part of the document at a path as JSON. Does nothing where there is no editor for it. */
export function editPart(path: Path): void {
  current?.(path);
}

/** Sets the function behind {@link editPart} while the form is mounted. */
export function useProvideEditPart(edit: EditPart): void {
  useEffect(() => {
    current = edit;
    return () => {
      if (current === edit) current = undefined;
    };
  });
}
