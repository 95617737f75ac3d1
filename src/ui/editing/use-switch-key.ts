import { getIn, removeIn, replaceKey, setIn } from '#src/document/edits.ts';
import { isJsonObject, type Json } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';
import { cellName } from './cell-name.ts';
import { useEditor } from './editor.ts';
import { clearAt, keyOrder, writeAt } from './spec-edits.ts';

/**
 * Switches an either-or of the object at `path`: `to` takes the place of whichever of `keys` is present,
 * with what it last held or else `initial`; without either it stays absent until something is typed.
 * Without `to`, all of them go. One step of undo.
 */
export function useSwitchKey(path: Path, keys: readonly string[]) {
  const { root, store, aside } = useEditor();
  return (to: string | undefined, initial?: Json) => {
    const document = store.get();
    const present = getIn(document, path);
    const place = (key: string) => `${cellName(document, path)}/${key}`;
    const held = isJsonObject(present) ? keys.filter((key) => Object.hasOwn(present, key)) : [];
    for (const key of held) aside.keep(place(key), getIn(document, [...path, key]));

    const value = to === undefined ? undefined : (aside.recall(place(to)) ?? initial);
    if (to === undefined || value === undefined) {
      store.edit(
        held.reduce((next, key) => clearAt(root, next, [...path, key]), document),
        { path },
      );
      return;
    }
    const [first, ...rest] = held.filter((key) => key !== to);
    if (!isJsonObject(present) || first === undefined) {
      store.edit(writeAt(root, document, [...path, to], value), { path: [...path, to] });
      return;
    }
    const swapped = replaceKey(present, first, to, value, keyOrder(root, [...path, to]));
    const alone = rest.reduce<Json>((next, key) => removeIn(next, [key]), swapped);
    store.edit(setIn(document, path, alone), { path: [...path, to] });
  };
}
