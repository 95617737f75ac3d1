import { toPointer, type Key, type Path } from '#src/json/path.ts';
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

/** The place of a change, without its values. */
export interface ChangePlace {
  readonly path: Path;
  readonly pointer: string;
  /** The place in the other document; of an added or removed value, its key or index in the other parent. */
  readonly otherPath: Path;
}

/**
 * The differences by path, in the order of the new document. Rows are matched by name, key or port, so an inserted
 * row does not make all later rows different. Parts that are the same object are skipped.
 */
export function diffDocuments(before: Json, after: Json): readonly Change[] {
  const changes: Change[] = [];
  compare(before, after, { before: [], after: [] }, changes);
  return changes;
}

/** The path of one value in both documents. */
interface Paths {
  readonly before: Path;
  readonly after: Path;
}

function placeOf(path: Path, otherPath: Path): ChangePlace {
  return { path, pointer: toPointer(path), otherPath };
}

function within(paths: Paths, before: Key, after: Key = before): Paths {
  return { before: [...paths.before, before], after: [...paths.after, after] };
}

function compare(before: Json, after: Json, paths: Paths, changes: Change[]): void {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) compareObjects(before, after, paths, changes);
  else if (isJsonList(before) && isJsonList(after)) compareLists(before, after, paths, changes);
  else changes.push({ kind: 'changed', ...placeOf(paths.after, paths.before), before, after });
}

function compareObjects(
  before: JsonObject,
  after: JsonObject,
  paths: Paths,
  changes: Change[],
): void {
  for (const [key, value] of Object.entries(before)) {
    if (Object.hasOwn(after, key)) continue;
    const inner = within(paths, key);
    changes.push({ kind: 'removed', ...placeOf(inner.before, inner.after), before: value });
  }
  for (const [key, value] of Object.entries(after)) {
    const inner = within(paths, key);
    if (Object.hasOwn(before, key)) compare(before[key]!, value, inner, changes);
    else changes.push({ kind: 'added', ...placeOf(inner.after, inner.before), after: value });
  }
}

function compareLists(before: JsonList, after: JsonList, paths: Paths, changes: Change[]): void {
  const { pairs, removed, added } = matchRows(before, after);
  for (const index of removed) {
    const inner = within(paths, index);
    changes.push({
      kind: 'removed',
      ...placeOf(inner.before, inner.after),
      before: before[index]!,
    });
  }
  const stayed = longestIncreasing(pairs.map((pair) => pair.before));
  const partners = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const isNew = new Set(added);
  for (const [index, value] of after.entries()) {
    const from = partners.get(index) ?? index;
    const inner = within(paths, from, index);
    if (isNew.has(index)) {
      changes.push({ kind: 'added', ...placeOf(inner.after, inner.before), after: value });
      continue;
    }
    if (!stayed.has(from)) {
      const row = { from, before: before[from]!, after: value };
      changes.push({ kind: 'moved', ...placeOf(inner.after, inner.before), ...row });
    }
    if (before[from] !== value) compare(before[from]!, value, inner, changes);
  }
}

/** The values of the longest increasing subsequence: the rows that kept their order. */
export function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
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
