/** A JSON object. Never changed in place: every edit makes a new one. */
export type JsonObject = { readonly [key: string]: Json };
/** A JSON list. Never changed in place. */
export type JsonList = readonly Json[];
/** Any JSON value. */
export type Json = string | number | boolean | null | JsonObject | JsonList;

/** True for an object; false for lists, null, leaves and a missing value. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list. */
export function isJsonList(value: unknown): value is JsonList {
  return Array.isArray(value);
}

const emptyObject: JsonObject = Object.freeze({});
const emptyList: JsonList = Object.freeze([]);

/** The value if it is an object, else an empty object: lets a caller read half-filled bodies. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : emptyObject;
}

/** The value if it is a list, else an empty list. */
export function asList(value: unknown): JsonList {
  return isJsonList(value) ? value : emptyList;
}
