import { useCallback, type RefCallback } from 'react';
import type { Path } from '#src/json/path.ts';
import { cellName } from './inputs/cell-name.ts';
import { useEditor } from './editor.ts';

/** Props that let the page find and focus a control by the path it edits. */
export interface Control {
  readonly name: string;
  readonly ref: RefCallback<HTMLElement>;
}

/** Registers a control with the input layer while it is mounted. */
export function useControl(path: Path): Control {
  const { store, inputs } = useEditor();
  const name = cellName(store.get(), path);
  const ref = useCallback(
    (control: HTMLElement | null) => {
      if (control === null) inputs.unregister(name);
      else inputs.register(name, control);
    },
    [inputs, name],
  );
  return { name, ref };
}
