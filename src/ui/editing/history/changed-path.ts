import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';
import { idsOf } from '#src/document/row-ids.ts';

type Key = Path[number];

const noRows: JsonList = Object.freeze([]);

/**
 * The deepest path of `after` that contains every difference between two documents. If several parts differ,
 * `editedPath`, the path of the edit itself, decides; it is empty for a replaced document, and so is the result.
 * A removed value keeps its old path; for a removed row it is the path of its list.
 */
export function changedPath(before: Json, after: Json, editedPath: Path): Path {
  const path: Key[] = [];
  let old: Json | undefined = before;
  let current: Json | undefined = after;
  while (old !== current) {
    // A new list counts as one that had no rows, so that the result is its first row.
    if (old === undefined && isJsonList(current)) old = noRows;
    const next: Key | undefined =
      isJsonList(old) && isJsonList(current)
        ? changedRow(old, current)
        : isJsonObject(old) && isJsonObject(current)
          ? changedKey(old, current, editedPath.slice(path.length))
          : undefined;
    if (next === undefined) break;
    // Compare a row with its own earlier value, even if it has moved.
    const oldPath: Path | undefined = isJsonList(old)
      ? oldPathOfRow(old, current as JsonList, next as number)
      : [next];
    path.push(next);
    old = oldPath && old !== undefined ? getIn(old, oldPath) : undefined;
    current = getIn(current as Json, [next]);
  }
  return path;
}

/** The row that was added or changed; undefined if a row was removed, or if the lists have nothing in common. */
function changedRow(before: JsonList, after: JsonList): number | undefined {
  const [oldIds, newIds] = [idsOf(before), idsOf(after)];
  const added = newIds.findIndex((id) => !oldIds.includes(id));
  if (added >= 0) return added;
  if (oldIds.length !== newIds.length) return undefined;
  const firstMoved = newIds.findIndex((id, index) => id !== oldIds[index]);
  if (firstMoved >= 0) return movedRow(oldIds, newIds, firstMoved);
  const changed = after.findIndex((row, index) => row !== before[index]);
  return changed >= 0 ? changed : undefined;
}

/** The row that was moved: at the first difference, it was either moved up to that position or away from it. */
function movedRow(oldIds: readonly string[], newIds: readonly string[], first: number): number {
  const movedUp = oldIds[first] === newIds[first + 1];
  return movedUp ? first : newIds.indexOf(oldIds[first]!);
}

function oldPathOfRow(before: JsonList, after: JsonList, row: number): Path | undefined {
  const index = idsOf(before).indexOf(idsOf(after)[row]!);
  return index < 0 ? undefined : [index];
}

function changedKey(before: JsonObject, after: JsonObject, editedPath: Path): string | undefined {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const changed = keys.filter((key) => before[key] !== after[key]);
  if (changed.length === 1) return changed[0];
  const edited = editedPath[0];
  // The edit changed more than one key of this object.
  if (edited === undefined) return undefined;
  const present = changed.filter((key) => Object.hasOwn(after, key));
  return present.find((key) => key === edited) ?? present[0] ?? changed[0];
}
