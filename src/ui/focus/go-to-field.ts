import { useEffect } from 'react';
import type { Path } from '#src/json/path.ts';

type GoTo = (path: Path) => void;

let current: GoTo | undefined;

/** Opens the field at a path, on its step. Does nothing on pages without a form. */
export function goToField(path: Path): void {
  current?.(path);
}

/** Sets the function behind {@link goToField} while the form is mounted. */
export function useProvideGoToField(goTo: GoTo): void {
  useEffect(() => {
    current = goTo;
    return () => {
      if (current === goTo) current = undefined;
    };
  });
}
