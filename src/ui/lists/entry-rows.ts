import { newId } from '#src/document/row-ids.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

/** One entry of an object as shown in the form. */
export interface EntryRow {
  /** Stable while key and value are typed. */
  readonly id: string;
  readonly key: string;
  readonly value: Json;
  /** True until the user edits the row. An untouched row is an entry even if it is empty. */
  readonly isUntouched: boolean;
}

export function blankRow(): EntryRow {
  return { id: newId(), key: '', value: '', isUntouched: false };
}

/**
 * The object that the rows represent, without blank rows and duplicate keys. JavaScript puts integer keys first.
 */
export function rowsToObject(rows: readonly EntryRow[]): JsonObject {
  const duplicates = duplicateKeyRows(rows);
  const written = rows.filter((row) => isWritten(row, duplicates));
  return Object.fromEntries(written.map(({ key, value }) => [key, value]));
}

/** Ids of the rows whose key an earlier row has. They are not written, because object keys are unique. */
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

/** True if the object contains the row; `duplicates` are the {@link duplicateKeyRows}. */
export function isWritten(row: EntryRow, duplicates: ReadonlySet<string>): boolean {
  return !isBlank(row) && !duplicates.has(row.id);
}

function isBlank({ key, value, isUntouched }: EntryRow): boolean {
  return key === '' && value === '' && !isUntouched;
}

export function hasSameEntries(a: JsonObject, b: JsonObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Updates the rows after the object changed elsewhere (undo, text editor). An entry keeps the row with its key, otherwise
 * the row at its position. Rows that are blank or have a duplicate key move to the end.
 */
export function syncRows(before: readonly EntryRow[], object: JsonObject): EntryRow[] {
  if (hasSameEntries(rowsToObject(before), object)) return [...before];
  const free = new Set(before);
  const entries = Object.entries(object);
  const byKey = entries.map(([key]) => {
    const row = before.find(
      (candidate) => candidate.key === key && free.has(candidate) && !isBlank(candidate),
    );
    if (row) free.delete(row);
    return row;
  });
  const rows = entries.map(([key, value], index) => {
    const other = before[index];
    const same = byKey[index] ?? (other && free.delete(other) ? other : undefined);
    if (same?.key === key && same.value === value) return same;
    return { id: same?.id ?? newId(), key, value, isUntouched: true };
  });
  const rest = before.filter(
    (row) => free.has(row) && (isBlank(row) || Object.hasOwn(object, row.key)),
  );
  return [...rows, ...rest];
}

/** Reverses {@link rowsToJson}; empty for any other value. */
export function rowsFromJson(kept: Json | undefined): EntryRow[] {
  if (kept === undefined || !isJsonList(kept)) return [];
  return kept.flatMap((row) => {
    if (!isJsonObject(row) || typeof row.key !== 'string' || row.value === undefined) return [];
    const { key, value } = row;
    return [{ id: newId(), key, value, isUntouched: row.isUntouched === true }];
  });
}

/** Rows as JSON, without ids. */
export function rowsToJson(rows: readonly EntryRow[]): Json {
  return rows.map(({ key, value, isUntouched }) => ({ key, value, isUntouched }));
}
