import type { Path } from '#src/json/path.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';
import { identityKeyOf, identityOf } from '../diff/row-identity.ts';
import { isSameJson } from './same-json.ts';

/** The side of a conflict. `mine` is the document at hand, `theirs` the one that others changed meanwhile. */
export type Side = 'mine' | 'theirs';

/** A value that both sides changed in different ways. An absent key means that the side removed the value, or never had it. */
export interface MergeConflict {
  /** Stays the same whatever is chosen. Rows are named, not numbered. */
  readonly key: string;
  /** The path in the merged document, or the place where the value would be. */
  readonly path: Path;
  readonly base?: Json;
  readonly mine?: Json;
  readonly theirs?: Json;
  /** The side in the merged document. */
  readonly side: Side;
}

export interface Merge {
  readonly document: Json;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two documents that started from the same one, field by field. Rows are matched by name, key or port, never by
 * index; lists of plain values are one field. A conflict takes the chosen side, or `mine`.
 */
export function mergeDocuments(
  base: Json,
  mine: Json,
  theirs: Json,
  chosen: ReadonlyMap<string, Side> = new Map(),
): Merge {
  const merger = new Merger(chosen);
  const document = merger.value({ base, mine, theirs }, [], '');
  return { document: document ?? {}, conflicts: merger.conflicts };
}

/** One value on the three sides; undefined where it is absent. */
interface Versions {
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

class Merger {
  readonly conflicts: MergeConflict[] = [];
  private readonly chosen: ReadonlyMap<string, Side>;

  constructor(chosen: ReadonlyMap<string, Side>) {
    this.chosen = chosen;
  }

  /** The merged value; undefined if it is absent. */
  value(versions: Versions, path: Path, key: string): Json | undefined {
    const { base, mine, theirs } = versions;
    if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
    if (isSame(base, mine)) return theirs;
    if (isJsonObject(mine) && isJsonObject(theirs) && (base === undefined || isJsonObject(base)))
      return this.object(base ?? {}, mine, theirs, path, key);
    if (isRows(mine) && isRows(theirs) && (base === undefined || isRows(base)))
      return this.rows(base ?? [], mine, theirs, path, key);
    return this.conflict(versions, path, key);
  }

  private conflict({ base, mine, theirs }: Versions, path: Path, key: string): Json | undefined {
    const side = this.chosen.get(key) ?? 'mine';
    this.conflicts.push({
      key,
      path,
      side,
      ...(base !== undefined && { base }),
      ...(mine !== undefined && { mine }),
      ...(theirs !== undefined && { theirs }),
    });
    return side === 'mine' ? mine : theirs;
  }

  private object(
    base: JsonObject,
    mine: JsonObject,
    theirs: JsonObject,
    path: Path,
    key: string,
  ): JsonObject {
    const entries: [string, Json][] = [];
    // Keys stay in the order of `mine`; those that only others have follow.
    for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const versions = { base: own(base, name), mine: own(mine, name), theirs: own(theirs, name) };
      const merged = this.value(versions, [...path, name], `${key}/${name}`);
      if (merged !== undefined) entries.push([name, merged]);
    }
    return Object.fromEntries(entries);
  }

  private rows(
    base: JsonList,
    mine: JsonList,
    theirs: JsonList,
    path: Path,
    key: string,
  ): JsonList {
    const sides = { base: byName(base), mine: byName(mine), theirs: byName(theirs) };
    const merged: Json[] = [];
    for (const name of mergedOrder(sides)) {
      const versions = {
        base: sides.base.get(name),
        mine: sides.mine.get(name),
        theirs: sides.theirs.get(name),
      };
      const row = this.value(versions, [...path, merged.length], `${key}/${name}`);
      if (row !== undefined) merged.push(row);
    }
    return merged;
  }
}

type NamedRows = ReadonlyMap<string, Json>;

/** Rows by name. A number tells rows of the same name apart. */
function byName(rows: JsonList): NamedRows {
  const counts = new Map<string, number>();
  const named = new Map<string, Json>();
  for (const row of rows) {
    const name = `${identityKeyOf(row) ?? ''}=${identityOf(row) ?? ''}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    named.set(count === 0 ? name : `${name}#${count}`, row);
  }
  return named;
}

/**
 * The names of all rows in order. The order of others counts if only they changed it; otherwise the own one does. A row
 * of the other side follows the row that it follows there.
 */
function mergedOrder(sides: Record<'base' | 'mine' | 'theirs', NamedRows>): readonly string[] {
  const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map((rows) => [
    ...rows.keys(),
  ]) as [string[], string[], string[]];
  const isMineInOrder = isSameList(shared(mine, sides.base), shared(base, sides.mine));
  const [first, second] = isMineInOrder ? [theirs, mine] : [mine, theirs];
  const order = [...first];
  const known = new Set(first);
  let last = -1;
  for (const name of second) {
    if (known.has(name)) last = order.indexOf(name);
    else {
      last += 1;
      order.splice(last, 0, name);
    }
  }
  return order;
}

function shared(names: readonly string[], others: NamedRows): readonly string[] {
  return names.filter((name) => others.has(name));
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** A list of objects, whose rows are matched by name. */
function isRows(value: Json | undefined): value is JsonList {
  return isJsonList(value) && value.every(isJsonObject);
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameJson(a, b);
}
