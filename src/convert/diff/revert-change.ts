import { insertAt, moveMember, removeIn, setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList, asObject, isJsonList, type Json } from '#src/json/value.ts';
import { longestIncreasing, type Change, type ChangePlace } from './diff-documents.ts';
import { matchRows, type RowMatch } from './match-rows.ts';

/** The kind and place of a change; its values are found in the documents. */
export type PlacedChange = Pick<Change, 'kind'> & Omit<ChangePlace, 'pointer'>;

/**
 * Takes one change between two documents back: the new document, in which that place is as in the old one. All other
 * changes stay.
 */
export function revertChange(before: Json, after: Json, change: PlacedChange): Json {
  const { kind, path, otherPath } = change;
  if (kind === 'added') return removeIn(after, path);
  if (kind === 'removed') return restore(before, after, change);
  if (kind === 'moved') return moveBack(before, after, change);
  const old = getIn(before, otherPath);
  return old === undefined ? after : setIn(after, path, old);
}

/** Puts a removed value back: a key in its old order, a row after the row that it followed. */
function restore(before: Json, after: Json, { path, otherPath }: PlacedChange): Json {
  const value = getIn(before, path);
  const oldParent = getIn(before, path.slice(0, -1));
  const parentPath = otherPath.slice(0, -1);
  const parent = getIn(after, parentPath);
  if (value === undefined || oldParent === undefined || parent === undefined) return after;
  if (!isJsonList(parent)) return setIn(after, otherPath, value, Object.keys(asObject(oldParent)));
  const { pairs } = matchRows(asList(oldParent), parent);
  const index = placeAfter(pairs, Number(path.at(-1)));
  return setIn(after, parentPath, insertAt(parent, index, value));
}

/** Moves a row behind the row that it followed, of those that kept their order. */
function moveBack(before: Json, after: Json, { path, otherPath }: PlacedChange): Json {
  const parentPath = path.slice(0, -1);
  const rows = getIn(after, parentPath);
  if (rows === undefined || !isJsonList(rows)) return after;
  const { pairs } = matchRows(asList(getIn(before, otherPath.slice(0, -1))), rows);
  const kept = longestIncreasing(pairs.map((pair) => pair.before));
  const anchors = pairs.filter((pair) => kept.has(pair.before));
  const from = Number(path.at(-1));
  const place = placeAfter(anchors, Number(otherPath.at(-1)));
  return setIn(after, parentPath, moveMember(rows, from, place > from ? place - 1 : place));
}

/** The index in the new list behind the nearest row that came before `oldIndex`. */
function placeAfter(pairs: RowMatch['pairs'], oldIndex: number): number {
  let nearest: RowMatch['pairs'][number] | undefined;
  for (const pair of pairs)
    if (pair.before < oldIndex && pair.before >= (nearest?.before ?? 0)) nearest = pair;
  return nearest === undefined ? 0 : nearest.after + 1;
}
