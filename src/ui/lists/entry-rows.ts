import { newId } from '#src/document/row-ids.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

/** One entry of an object of texts as it stands in the form. */
export interface EntryRow {
  /** Stays the same while key and value are typed. */
  readonly id: string;
  readonly key: string;
  readonly value: Json;
  /** True while it is as it came with the document: then even an empty one is an entry. */
  readonly isUntouched: boolean;
}

/** A row to type an entry into. */
export function blankRow(): EntryRow {
  return { id: newId(), key: '', value: '', isUntouched: false };
}

/**
 * The object that rows stand for, in their order: blank rows are none of it, nor are rows whose key an
 * earlier one has. Keys that are whole numbers come first all the same, as in any JSON object.
 */
export function objectOf(rows: readonly EntryRow[]): JsonObject {
  const duplicates = duplicateKeyRows(rows);
  const written = rows.filter((row) => isWritten(row, duplicates));
  return Object.fromEntries(written.map(({ key, value }) => [key, value]));
}

/** Ids of the rows whose key an earlier row has: an object holds a key once, so they are not written. */
export function duplicateKeyRows(rows: readonly EntryRow[]): ReadonlySet<string> {
  const taken = new Set<string>();
  const duplicates = new Set<string>();
  for (const row of rows) {
    if (isBlank(row)) continue;
    if (taken.has(row.key)) duplicates.add(row.id);
    taken.add(row.key);
  }
  return duplicates;
}

/** True for a row that is in the object; `duplicates` are the {@link duplicateKeyRows}. */
export function isWritten(row: EntryRow, duplicates: ReadonlySet<string>): boolean {
  return !isBlank(row) && !duplicates.has(row.id);
}

/** Nothing was typed into it. */
function isBlank({ key, value, isUntouched }: EntryRow): boolean {
  return key === '' && value === '' && !isUntouched;
}

/** True if both objects have the same entries in the same order. */
export function hasSameEntries(a: JsonObject, b: JsonObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The rows of an object that changed under the form (undo, another source), continued from the rows before:
 * an entry keeps the row of its key, else the row at its place. Rows that are not in the object because they
 * are blank, or because their key stands twice, stay, behind the others.
 */
export function followObject(before: readonly EntryRow[], object: JsonObject): EntryRow[] {
  if (hasSameEntries(objectOf(before), object)) return [...before];
  const free = new Set(before);
  const entries = Object.entries(object);
  const byKey = entries.map(([key]) => {
    const row = before.find((one) => one.key === key && free.has(one) && !isBlank(one));
    if (row) free.delete(row);
    return row;
  });
  const rows = entries.map(([key, value], at) => {
    const other = before[at];
    const same = byKey[at] ?? (other && free.delete(other) ? other : undefined);
    if (same?.key === key && same.value === value) return same;
    return { id: same?.id ?? newId(), key, value, isUntouched: true };
  });
  const rest = before.filter(
    (row) => free.has(row) && (isBlank(row) || Object.hasOwn(object, row.key)),
  );
  return [...rows, ...rest];
}

/** The rows that {@link keepRows} kept; none if it is something else. */
export function recallRows(kept: Json | undefined): EntryRow[] {
  if (kept === undefined || !isJsonList(kept)) return [];
  return kept.flatMap((row) => {
    if (!isJsonObject(row) || typeof row.key !== 'string' || row.value === undefined) return [];
    const { key, value } = row;
    return [{ id: newId(), key, value, isUntouched: row.isUntouched === true }];
  });
}

/** Rows as JSON, without the ids of this page. */
export function keepRows(rows: readonly EntryRow[]): Json {
  return rows.map(({ key, value, isUntouched }) => ({ key, value, isUntouched }));
}
