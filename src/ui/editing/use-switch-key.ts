import { removeIn, replaceKey, setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import { cellName } from './inputs/cell-name.ts';
import { useEditor, type Editor } from './editor.ts';
import { clearAt, keyOrder, writeAt } from './edits/spec-edits.ts';

/** An either-or: at most one of `keys` stands in the object at `path`. */
export interface EitherOr {
  readonly path: Path;
  readonly keys: readonly string[];
}

/**
 * `document` with `to` in place of whichever key of the either-or is present, with its last value or else
 * `initial`; without either it stays absent until something is typed. Without `to`, all of them go. What goes is kept
 * as an alternative.
 */
export function switchKey(
  { root, alternatives }: Pick<Editor, 'root' | 'alternatives'>,
  document: Json,
  { path, keys }: EitherOr,
  to: string | undefined,
  initial?: Json,
): Json {
  const present = getIn(document, path);
  const place = (key: string) => `${cellName(document, path)}/${key}`;
  const before = isJsonObject(present) ? keys.filter((key) => Object.hasOwn(present, key)) : [];
  for (const key of before) alternatives.remember(place(key), getIn(document, [...path, key]));

  const value = to === undefined ? undefined : (alternatives.recall(place(to)) ?? initial);
  if (to === undefined || value === undefined)
    return before.reduce((next, key) => clearAt(root, next, [...path, key]), document);
  const [first, ...rest] = before.filter((key) => key !== to);
  if (!isJsonObject(present) || first === undefined)
    return writeAt(root, document, [...path, to], value);
  const swapped = replaceKey(present, first, to, value, keyOrder(root, [...path, to]));
  const alone = rest.reduce<Json>((next, key) => removeIn(next, [key]), swapped);
  return setIn(document, path, alone);
}

/** Switches the either-or of the object at `path` as {@link switchKey} does, as one step of undo. */
export function useSwitchKey(path: Path, keys: readonly string[]) {
  const editor = useEditor();
  return (to: string | undefined, initial?: Json) => {
    const next = switchKey(editor, editor.store.get(), { path, keys }, to, initial);
    editor.store.edit(next, { path: to === undefined ? path : [...path, to] });
  };
}
