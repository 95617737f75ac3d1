import { useEffect } from 'react';
import type { Path } from '#src/json/path.ts';

/** Opens the value at a path, or only those of its members that belong to the part. */
type EditPart = (path: Path, isMember?: (key: string) => boolean) => void;

let current: EditPart | undefined;

/** Opens a part of the document as JSON. Does nothing where there is no editor for it. */
export const editPart: EditPart = (path, isMember) => current?.(path, isMember);

/** Sets the function behind {@link editPart} while the form is mounted. */
export function useProvideEditPart(edit: EditPart): void {
  useEffect(() => {
    current = edit;
    return () => {
      if (current === edit) current = undefined;
    };
  });
}
