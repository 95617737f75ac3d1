import type { Json, JsonList, JsonObject } from '#src/json/value.ts';

/**
 * Ids of rows. A row that is an object keeps its id through every copy an edit makes of it, so that its
 * controls keep focus and place when rows are moved, added or edited. Ids are not part of the document.
 */
const rowIds = new WeakMap<object, string>();
/** Ids of the members of lists of texts, kept beside the list, as a text has no identity. */
const memberIds = new WeakMap<JsonList, readonly string[]>();
let made = 0;

/** The id of a row object; made at first sight. */
export function rowId(row: object): string {
  let id = rowIds.get(row);
  if (id === undefined) rowIds.set(row, (id = newId()));
  return id;
}

/** Ids of all members of a list, objects by identity, leaves by the list's own record. */
export function idsOf(list: JsonList): readonly string[] {
  let ids = memberIds.get(list);
  if (ids === undefined) {
    ids = list.map((member) => (isRow(member) ? rowId(member) : newId()));
    memberIds.set(list, ids);
  }
  return ids;
}

/** Records the ids of a list that an edit made from another one. */
export function setIds(list: JsonList, ids: readonly string[]): void {
  memberIds.set(list, ids);
}

/** Makes `copy` the same row as `original`. */
export function carryId(original: object, copy: object): void {
  const id = rowIds.get(original);
  if (id !== undefined) rowIds.set(copy, id);
}

/** An id no row has. */
export function newId(): string {
  return `r${++made}`;
}

/** True for an object or a list: a member that keeps its id through every copy an edit makes. */
export function isRow(member: Json): member is JsonObject | JsonList {
  return typeof member === 'object' && member !== null;
}
