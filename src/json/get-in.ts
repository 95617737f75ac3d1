import type { Path } from './path.ts';
import { isJsonList, isJsonObject, type Json } from './value.ts';

/**
 * The value at a path; undefined if a step is missing, inherited, or of the wrong type. A number only matches a list index,
 * and a string only an object key.
 */
export function getIn(value: unknown, path: Path): Json | undefined {
  let current = value as Json | undefined;
  for (const key of path) {
    if (typeof key === 'number') current = isJsonList(current) ? current[key] : undefined;
    else current = isJsonObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
    if (current === undefined) return undefined;
  }
  return current;
}
