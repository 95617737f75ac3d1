/** A JSON object as it came: any keys, any values. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object; false for null, lists and everything else. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing: JsonObject = Object.freeze({});
const none: readonly unknown[] = Object.freeze([]);

/** The value if it is an object, else an empty object: lets rules read half-filled bodies. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : nothing;
}

/** The value if it is a list, else an empty list. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : none;
}

/** True if the object itself (not its prototype) has the key. */
export function has(object: JsonObject, key: string): boolean {
  return Object.hasOwn(object, key);
}
