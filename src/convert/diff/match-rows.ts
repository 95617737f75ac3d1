import { isJsonObject, type JsonList } from '#src/json/value.ts';
import { identityKeyOf, identityOf } from './row-identity.ts';

/** Pairs of rows of the old list and the new one. */
export interface RowMatch {
  /** Indices of the same row before and after, in the order of the new list. */
  readonly pairs: readonly { readonly before: number; readonly after: number }[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Matches rows by name, and values by their place between the parts that stayed the same. */
export function matchRows(before: JsonList, after: JsonList): RowMatch {
  // Two documents of one history share most rows, which need no names.
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const isRows = middle.every((rows) => rows.every(isJsonObject));
  const match = (isRows ? matchByIdentity : matchByPlace)(middle[0]!, middle[1]!);
  return {
    pairs: [
      ...range(0, start).map((index) => ({ before: index, after: index })),
      ...match.pairs.map((pair) => ({ before: pair.before + start, after: pair.after + start })),
      ...range(after.length - end, after.length).map((index) => ({
        before: index + before.length - after.length,
        after: index,
      })),
    ],
    removed: match.removed.map((index) => index + start),
    added: match.added.map((index) => index + start),
  };
}

function matchByIdentity(before: JsonList, after: JsonList): RowMatch {
  const places = new Map<string, number>();
  for (const [index, id] of identities(before).entries()) places.set(id, index);
  const pairs: { before: number; after: number }[] = [];
  const added: number[] = [];
  for (const [index, id] of identities(after).entries()) {
    const place = places.get(id);
    if (place === undefined) added.push(index);
    else {
      pairs.push({ before: place, after: index });
      places.delete(id);
    }
  }
  const removed = [...places.values()].sort((a, b) => a - b);
  const [oldRow] = removed;
  const [newRow] = added;
  // If one row was removed and one added, it is the same row with another name.
  if (removed.length === 1 && added.length === 1 && oldRow !== undefined && newRow !== undefined) {
    pairs.push({ before: oldRow, after: newRow });
    return { pairs: pairs.sort((a, b) => a.after - b.after), removed: [], added: [] };
  }
  return { pairs, removed, added };
}

/** The name of a row, with a number appended if several rows share it. */
function identities(rows: JsonList): string[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const id = `${identityKeyOf(row) ?? ''} ${identityOf(row) ?? ''}`;
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return `${id} ${count}`;
  });
}

/** Values are paired in order. */
function matchByPlace(before: JsonList, after: JsonList): RowMatch {
  const most = Math.min(before.length, after.length);
  return {
    pairs: range(0, most).map((index) => ({ before: index, after: index })),
    removed: range(most, before.length),
    added: range(most, after.length),
  };
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}
