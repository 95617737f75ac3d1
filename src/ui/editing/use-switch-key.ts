import { removeIn, replaceKey, setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import { cellName } from './inputs/cell-name.ts';
import { useEditor, type Editor } from './editor.ts';
import { clearAt, keyOrder, writeAt } from './edits/spec-edits.ts';

/** A choice between keys: the object at `path` has at most one of them. */
export interface KeyChoice {
  readonly path: Path;
  readonly keys: readonly string[];
}

/**
 * Replaces the present key of a choice by `to`, with its last value or else `initial`; without either, `to` stays
 * absent until the user types something. If `to` is undefined, removes all keys. Removed values are remembered as
 * alternatives.
 */
export function switchKey(
  { root, alternatives }: Pick<Editor, 'root' | 'alternatives'>,
  document: Json,
  { path, keys }: KeyChoice,
  to: string | undefined,
  initial?: Json,
): Json {
  const present = getIn(document, path);
  const nameOf = (key: string) => `${cellName(document, path)}/${key}`;
  const presentKeys = isJsonObject(present)
    ? keys.filter((key) => Object.hasOwn(present, key))
    : [];
  for (const key of presentKeys)
    alternatives.remember(nameOf(key), getIn(document, [...path, key]));

  const value = to === undefined ? undefined : (alternatives.recall(nameOf(to)) ?? initial);
  if (to === undefined || value === undefined)
    return presentKeys.reduce((next, key) => clearAt(root, next, [...path, key]), document);
  const [first, ...others] = presentKeys.filter((key) => key !== to);
  if (!isJsonObject(present) || first === undefined)
    return writeAt(root, document, [...path, to], value);
  const swapped = replaceKey(present, first, to, value, keyOrder(root, [...path, to]));
  const result = others.reduce<Json>((next, key) => removeIn(next, [key]), swapped);
  return setIn(document, path, result);
}

/** {@link switchKey} for the object at `path`, as one undo step. */
export function useSwitchKey(path: Path, keys: readonly string[]) {
  const editor = useEditor();
  return (to: string | undefined, initial?: Json) => {
    const next = switchKey(editor, editor.store.get(), { path, keys }, to, initial);
    editor.store.edit(next, { path: to === undefined ? path : [...path, to] });
  };
}
