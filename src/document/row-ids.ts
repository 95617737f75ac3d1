import type { Json, JsonList, JsonObject } from '#src/json/value.ts';

/**
 * A row that is an object keeps its id in every copy that an edit makes, so that its controls keep their focus and position
 * when rows are moved, added, or edited. Ids are not part of the document.
 */
export const rowIds = new WeakMap<object, string>();
/** Ids of the members of string lists, stored per list because strings have no identity. */
export const memberIds = new WeakMap<JsonList, readonly string[]>();
let lastId = 0;

/** The id of a row object, created on first use. */
export function rowId(row: object): string {
  let id = rowIds.get(row);
  if (id === undefined) rowIds.set(row, (id = newId()));
  return id;
}

/** The ids of all members of a list: objects by identity, other values by the record of the list. */
export function idsOf(list: JsonList): readonly string[] {
  let ids = memberIds.get(list);
  if (ids === undefined) {
    ids = list.map((member) => (isRow(member) ? rowId(member) : newId()));
    memberIds.set(list, ids);
  }
  return ids;
}

export function setIds(list: JsonList, ids: readonly string[]): void {
  memberIds.set(list, ids);
}

/** Makes `copy` the same row as `original`. */
export function carryId(original: object, copy: object): void {
  const id = rowIds.get(original);
  if (id !== undefined) rowIds.set(copy, id);
}

export function newId(): string {
  return `r${++lastId}`;
}

/** True for an object or a list, which keep their ids in copies. */
export function isRow(member: Json): member is JsonObject | JsonList {
  return typeof member === 'object' && member !== null;
}
