import { toPointer, type Path } from '#src/json/path.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';
import { matchRows } from './match-rows.ts';

/**
 * One difference between two documents. `path` and `pointer` are those in the new document; for a removed value, those
 * in the old one.
 */
export type Change = ChangePlace &
  (
    | { readonly kind: 'added'; readonly after: Json }
    | { readonly kind: 'removed'; readonly before: Json }
    | { readonly kind: 'changed'; readonly before: Json; readonly after: Json }
    /** A row in another order. `from` is its index in the old list; its own changes follow as further entries. */
    | { readonly kind: 'moved'; readonly from: number; readonly before: Json; readonly after: Json }
  );

interface ChangePlace {
  readonly path: Path;
  readonly pointer: string;
}

/**
 * The differences by path, in the order of the new document. Rows are matched by name, key or port, so an inserted
 * row does not make all later rows different. Parts that are the same object are skipped.
 */
export function diffDocuments(before: Json, after: Json): readonly Change[] {
  const changes: Change[] = [];
  compare(before, after, [], changes);
  return changes;
}

function placeOf(path: Path): ChangePlace {
  return { path, pointer: toPointer(path) };
}

function compare(before: Json, after: Json, path: Path, changes: Change[]): void {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) compareObjects(before, after, path, changes);
  else if (isJsonList(before) && isJsonList(after)) compareLists(before, after, path, changes);
  else changes.push({ kind: 'changed', ...placeOf(path), before, after });
}

function compareObjects(
  before: JsonObject,
  after: JsonObject,
  path: Path,
  changes: Change[],
): void {
  for (const [key, value] of Object.entries(before))
    if (!Object.hasOwn(after, key))
      changes.push({ kind: 'removed', ...placeOf([...path, key]), before: value });
  for (const [key, value] of Object.entries(after)) {
    if (Object.hasOwn(before, key)) compare(before[key]!, value, [...path, key], changes);
    else changes.push({ kind: 'added', ...placeOf([...path, key]), after: value });
  }
}

function compareLists(before: JsonList, after: JsonList, path: Path, changes: Change[]): void {
  const { pairs, removed, added } = matchRows(before, after);
  for (const index of removed)
    changes.push({ kind: 'removed', ...placeOf([...path, index]), before: before[index]! });
  const stayed = longestIncreasing(pairs.map((pair) => pair.before));
  const partners = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const isNew = new Set(added);
  for (const [index, value] of after.entries()) {
    if (isNew.has(index)) {
      changes.push({ kind: 'added', ...placeOf([...path, index]), after: value });
      continue;
    }
    const from = partners.get(index)!;
    if (!stayed.has(from)) {
      const row = { from, before: before[from]!, after: value };
      changes.push({ kind: 'moved', ...placeOf([...path, index]), ...row });
    }
    compare(before[from]!, value, [...path, index], changes);
  }
}

/** The values of the longest increasing subsequence: the rows that kept their order. */
function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!)
    kept.add(values[index]!);
  return kept;
}
