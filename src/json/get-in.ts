import type { Path } from './path.ts';
import { isJsonList, isJsonObject, type Json } from './value.ts';

/**
 * The value at a path; undefined where a step is missing, has the wrong type or is inherited. An index only leads into
 * a list, and a text only into an object.
 */
export function getIn(value: unknown, path: Path): Json | undefined {
  let found = value as Json | undefined;
  for (const key of path) {
    if (typeof key === 'number') found = isJsonList(found) ? found[key] : undefined;
    else found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    if (found === undefined) return undefined;
  }
  return found;
}
