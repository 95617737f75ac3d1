import { isJsonObject, type Json, type JsonList } from '#src/json/value.ts';
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
  const isRows = [...before, ...after].every(isJsonObject);
  return isRows ? matchByIdentity(before, after) : matchByPlace(before, after);
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

/** Equal values at both ends are matched; the values between them are paired in order. */
function matchByPlace(before: JsonList, after: JsonList): RowMatch {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSameScalar(before[start], after[start])) start += 1;
  let end = 0;
  while (end < most - start && isSameScalar(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const pairs: { before: number; after: number }[] = [];
  for (let index = 0; index < start; index++) pairs.push({ before: index, after: index });
  const between = most - start - end;
  for (let index = start; index < start + between; index++)
    pairs.push({ before: index, after: index });
  for (let index = end; index > 0; index--)
    pairs.push({ before: before.length - index, after: after.length - index });
  return {
    pairs,
    removed: range(start + between, before.length - end),
    added: range(start + between, after.length - end),
  };
}

function isSameScalar(a: Json | undefined, b: Json | undefined): boolean {
  return a === b;
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}
