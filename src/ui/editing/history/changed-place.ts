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
 * The place where two documents differ, as a path of `after`: the deepest one that holds all that changed. Where more
 * than one part changed, `noted` decides, the place that the edit gave for itself; a document that was replaced (no
 * noted place) gives the empty path. A value that is gone is named by the path it had; a row that is gone, by its list.
 */
export function changedPlace(before: Json, after: Json, noted: Path): Path {
  const path: Key[] = [];
  let one: Json | undefined = before;
  let other: Json | undefined = after;
  while (one !== other) {
    // A list that was absent had no rows: its first one is what came.
    if (one === undefined && isJsonList(other)) one = noRows;
    const next: Key | undefined =
      isJsonList(one) && isJsonList(other)
        ? changedRow(one, other)
        : isJsonObject(one) && isJsonObject(other)
          ? changedKey(one, other, noted.slice(path.length))
          : undefined;
    if (next === undefined) break;
    // Rows have moved: a row is compared with what it was, wherever it stood.
    const was: Path | undefined = isJsonList(one)
      ? rowWas(one, other as JsonList, next as number)
      : [next];
    path.push(next);
    one = was && one !== undefined ? getIn(one, was) : undefined;
    other = getIn(other as Json, [next]);
  }
  return path;
}

/** The row that is new or differs; undefined if it is gone, or if the list as a whole is another. */
function changedRow(before: JsonList, after: JsonList): number | undefined {
  const [old, now] = [idsOf(before), idsOf(after)];
  const added = now.findIndex((id) => !old.includes(id));
  if (added >= 0) return added;
  if (old.length !== now.length) return undefined;
  const moved = now.findIndex((id, at) => id !== old[at]);
  if (moved >= 0) return movedRow(old, now, moved);
  const changed = after.findIndex((row, at) => row !== before[at]);
  return changed >= 0 ? changed : undefined;
}

/** Which row went elsewhere: from the first place that differs, either it came there or the row after it did. */
function movedRow(old: readonly string[], now: readonly string[], first: number): number {
  const cameUp = old[first] === now[first + 1];
  return cameUp ? first : now.indexOf(old[first]!);
}

function rowWas(before: JsonList, after: JsonList, row: number): Path | undefined {
  const at = idsOf(before).indexOf(idsOf(after)[row]!);
  return at < 0 ? undefined : [at];
}

function changedKey(before: JsonObject, after: JsonObject, noted: Path): string | undefined {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const changed = keys.filter((key) => before[key] !== after[key]);
  if (changed.length === 1) return changed[0];
  const wanted = noted[0];
  // More than the edit named, or more than one key at the place that it named: that place it is.
  if (wanted === undefined) return undefined;
  const isThere = changed.filter((key) => Object.hasOwn(after, key));
  return isThere.find((key) => key === wanted) ?? isThere[0] ?? changed[0];
}
