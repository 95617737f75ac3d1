/** A JSON object of the document. Never changed in place: every edit makes a new one. */
export type JsonObject = { readonly [key: string]: Json };
/** A list of the document. Never changed in place. */
export type JsonList = readonly Json[];
/** Any value a document can hold. */
export type Json = string | number | boolean | null | JsonObject | JsonList;

/** True for an object; false for lists, null and leaves. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list. */
export function isJsonList(value: Json | undefined): value is JsonList {
  return Array.isArray(value);
}
