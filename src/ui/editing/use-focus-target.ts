import { useEffect } from 'react';
import type { Path } from '#src/json/path.ts';
import { cellName } from './cell-name.ts';
import { useEditor } from './editor.ts';

/**
 * Registers a control that is no text cell (select, switch, group) under the name of its path, so that
 * "go to the problem" finds it the same way. `id` is the element that takes the focus; the name that is
 * returned has to be its `name`, by which it is looked for.
 */
export function useFocusTarget(path: Path, id: string): string {
  const { form, store } = useEditor();
  const name = cellName(store.get(), path);
  useEffect(() => {
    const { ref } = form.register(name, { shouldUnregister: true });
    ref({ focus: () => document.getElementById(id)?.focus(), name, value: '' });
    return () => form.unregister(name);
  }, [form, name, id]);
  return name;
}
