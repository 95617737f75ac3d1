import { identityOf } from '../diff/row-identity.ts';
import { parsePointer } from '#src/json/path.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';
import { putValue } from '#src/domain/rollout/put-value.ts';

/** The changes that a rollout makes to a deployment. */
export interface UpdateChange {
  readonly body?: JsonObject | undefined;
  /** By JSON pointer; put into the result last. */
  readonly values?: Readonly<Record<string, Json>> | undefined;
}

/**
 * A document with a change applied; whatever the change does not name stays. Objects are merged key by key, where null
 * removes a key. Rows are matched by name, key or port, and those that are missing are added; other lists are replaced.
 * Undefined if the parent of a value does not exist.
 */
export function applyUpdate(
  document: JsonObject,
  { body = {}, values = {} }: UpdateChange,
): JsonObject | undefined {
  let result: Json | undefined = mergeObject(document, body);
  for (const [pointer, value] of Object.entries(values)) {
    const keys = parsePointer(pointer);
    result = keys === undefined ? undefined : putValue(result, keys, value);
    if (result === undefined) return undefined;
  }
  return result as JsonObject;
}

/** Keys of which an object has only one: setting one removes the others. */
const alternatives: readonly (readonly string[])[] = [
  ['value', 'value_from', 'field_path'],
  ['configmap', 'secret'],
  ['http_get', 'exec'],
  ['host_port', 'host_port_range'],
];

function mergeObject(document: JsonObject, change: JsonObject): JsonObject {
  const merged = new Map<string, Json>(Object.entries(document));
  for (const [key, value] of Object.entries(change)) {
    if (value === null) {
      merged.delete(key);
      continue;
    }
    for (const other of alternatives.find((keys) => keys.includes(key)) ?? []) {
      if (other !== key && !Object.hasOwn(change, other)) merged.delete(other);
    }
    const own = Object.hasOwn(document, key) ? document[key]! : undefined;
    merged.set(key, mergeValue(own, value));
  }
  return Object.fromEntries(merged);
}

function mergeValue(own: Json | undefined, change: Json): Json {
  if (isJsonObject(change)) return mergeObject(isJsonObject(own) ? own : {}, change);
  if (!isJsonList(change)) return change;
  const rows = isJsonList(own) && isRows(own) && isRows(change) ? own : undefined;
  return rows === undefined
    ? change.map((row) => mergeValue(undefined, row))
    : mergeRows(rows, change);
}

function isRows(list: JsonList): boolean {
  return list.length > 0 && list.every((row) => identityOf(row) !== undefined);
}

function mergeRows(rows: JsonList, changes: JsonList): JsonList {
  const merged = [...rows];
  const places = new Map<string | number, number>();
  for (const [index, row] of rows.entries()) {
    const name = identityOf(row)!;
    if (!places.has(name)) places.set(name, index);
  }
  for (const change of changes) {
    const at = places.get(identityOf(change)!);
    if (at === undefined) merged.push(mergeValue(undefined, change));
    else merged[at] = mergeValue(rows[at], change);
  }
  return merged;
}
