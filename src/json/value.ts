/** A JSON object. Never changed in place: every edit creates a new one. */
export type JsonObject = { readonly [key: string]: Json };
/** A JSON list. Never changed in place. */
export type JsonList = readonly Json[];
export type Json = string | number | boolean | null | JsonObject | JsonList;

/** False for lists, null, and other values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonList(value: unknown): value is JsonList {
  return Array.isArray(value);
}

const emptyObject: JsonObject = Object.freeze({});
const emptyList: JsonList = Object.freeze([]);

/** The value if it is an object, otherwise an empty object, so that callers can read incomplete bodies. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : emptyObject;
}

/** The value if it is a list, otherwise an empty list. */
export function asList(value: unknown): JsonList {
  return isJsonList(value) ? value : emptyList;
}
