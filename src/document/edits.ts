import { getIn } from '#src/json/get-in.ts';
import { carryId, idsOf, isRow, newId, rowId, setIds } from './row-ids.ts';
import type { Key, Path } from '#src/json/path.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';

/** The order of keys. A new key is inserted before the first existing key that `order` lists after it. */
export type KeyOrder = readonly string[];

/**
 * Returns a document with `value` at `path`. It shares all other parts with the old document, which does not change.
 * Missing or mistyped parents become objects. A new key is inserted by `order`, or else at the end; an existing key keeps
 * its place.
 */
export function setIn(document: Json, path: Path, value: Json, order?: KeyOrder): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const member = getIn(document, [key]);
  const next = setIn(member ?? {}, rest, value, order);
  if (next === member) return document;
  if (isJsonList(document) && typeof key === 'number') return setMember(document, key, next);
  const object = isJsonObject(document) ? document : {};
  return setKey(object, String(key), next, rest.length === 0 ? order : undefined);
}

/**
 * Returns a document without the value at `path`. Later members of a list move up. Parents that become empty are removed
 * too, except the outermost `prune` levels.
 */
export function removeIn(document: Json, path: Path, prune = path.length): Json {
  const parentPath = path.slice(0, -1);
  const key = path.at(-1);
  if (key === undefined || getIn(document, path) === undefined) return document;
  const parent = getIn(document, parentPath)!;
  const next = isJsonList(parent)
    ? removeAt(parent, Number(key))
    : withoutKey(parent as JsonObject, String(key));
  const emptied = Object.keys(next as object).length === 0;
  if (emptied && parentPath.length > prune) return removeIn(document, parentPath, prune);
  return setIn(document, parentPath, next);
}

/**
 * Replaces `oldKey` with `key` at the same position, for example when one of two alternatives replaces the
 * other. Without `oldKey` the key is set like any other.
 */
export function replaceKey(
  object: JsonObject,
  oldKey: string | undefined,
  key: string,
  value: Json,
  order?: KeyOrder,
): JsonObject {
  if (oldKey === undefined || !Object.hasOwn(object, oldKey))
    return setKey(object, key, value, order);
  const entries = Object.entries(object).filter(([name]) => name !== key || name === oldKey);
  return fromEntries(
    object,
    entries.map(([name, old]) => (name === oldKey ? [key, value] : [name, old])),
  );
}

export function insertAt(list: JsonList, index: number, value: Json): JsonList {
  const id = isRow(value) ? rowId(value) : newId();
  const next = list.toSpliced(index, 0, value);
  setIds(next, idsOf(list).toSpliced(index, 0, id));
  return next;
}

export function removeAt(list: JsonList, index: number): JsonList {
  const next = list.toSpliced(index, 1);
  setIds(next, idsOf(list).toSpliced(index, 1));
  return next;
}

/** `to` is the index after the move. An index outside the list leaves the list unchanged. */
export function moveMember(list: JsonList, from: number, to: number): JsonList {
  if (from === to || !(from in list) || !(to in list)) return list;
  const ids = idsOf(list);
  const next = list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
  setIds(next, ids.toSpliced(from, 1).toSpliced(to, 0, ids[from]!));
  return next;
}

function setMember(list: JsonList, index: number, value: Json): JsonList {
  if (index >= list.length) return insertAt(list, list.length, value);
  const next = list.with(index, value);
  setIds(next, idsOf(list));
  const before = list[index]!;
  if (isRow(before) && isRow(value)) carryId(before, value);
  return next;
}

function setKey(object: JsonObject, key: string, value: Json, order?: KeyOrder): JsonObject {
  if (Object.hasOwn(object, key)) {
    // A computed key is always an own key, even `__proto__`.
    const copy: JsonObject = { ...object, [key]: value };
    carryId(object, copy);
    return copy;
  }
  const entries: [string, Json][] = Object.entries(object);
  entries.splice(placeOf(key, Object.keys(object), order), 0, [key, value]);
  return fromEntries(object, entries);
}

function placeOf(key: string, present: readonly string[], order: KeyOrder = []): number {
  const rank = order.indexOf(key);
  if (rank < 0) return present.length;
  const later = present.findIndex((name) => order.indexOf(name) > rank);
  return later < 0 ? present.length : later;
}

function withoutKey(object: JsonObject, key: string): JsonObject {
  return fromEntries(
    object,
    Object.entries(object).filter(([name]) => name !== key),
  );
}

/** A copy that is the same row as `original`. Object.fromEntries defines even `__proto__` as an own key. */
function fromEntries(
  original: JsonObject,
  entries: readonly (readonly [string, Json])[],
): JsonObject {
  const copy: JsonObject = Object.fromEntries(entries);
  carryId(original, copy);
  return copy;
}

/** A path with the indexes of rows replaced by their ids, so that it stays valid while rows move. */
export function stableKeys(document: Json, path: Path): readonly string[] {
  const keys: string[] = [];
  let value: Json | undefined = document;
  for (const key of path) {
    if (isJsonList(value) && typeof key === 'number') keys.push(idsOf(value)[key] ?? String(key));
    else keys.push(String(key));
    value = value === undefined ? undefined : getIn(value, [key as Key]);
  }
  return keys;
}

/** The current path for {@link stableKeys}; undefined if a row was removed. */
export function pathOf(document: Json, keys: readonly string[]): Path | undefined {
  const path: Key[] = [];
  let value: Json | undefined = document;
  for (const key of keys) {
    const step: Key = isJsonList(value) ? idsOf(value).indexOf(key) : key;
    if (step === -1) return undefined;
    path.push(step);
    value = value === undefined ? undefined : getIn(value, [step]);
  }
  return path;
}
