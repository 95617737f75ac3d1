import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** True for equal values, whatever the order of keys. */
export function isSameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isJsonList(a))
    return (
      isJsonList(b) &&
      a.length === b.length &&
      a.every((member, index) => isSameJson(member, b[index]!))
    );
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key]!, b[key]!))
  );
}
