import { FORBIDDEN_KEY } from '#src/domain/core/json-text/forbidden-keys.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';

/**
 * A copy of a body with one value replaced or added; parts off the path are shared. Undefined if the parent does not
 * exist. An index may be that of the next item, or `-`. `name=web` finds the only item with that name.
 */
export function putValue(body: Json, keys: readonly string[], value: Json): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (isJsonList(body)) {
    const index = key === '-' && rest.length === 0 ? body.length : itemAt(body, key);
    if (index === undefined || index > body.length) return undefined;
    const inner = rest.length === 0 ? value : putInside(body[index], rest, value);
    if (inner === undefined) return undefined;
    const copy = [...body];
    copy[index] = inner;
    return copy;
  }
  // `{...body, [key]: value}` with this key would set the prototype in other code that copies objects.
  if (!isJsonObject(body) || key === FORBIDDEN_KEY) return undefined;
  const own = Object.hasOwn(body, key) ? body[key] : undefined;
  const inner = rest.length === 0 ? value : putInside(own, rest, value);
  return inner === undefined ? undefined : ({ ...body, [key]: inner } satisfies JsonObject);
}

function putInside(part: Json | undefined, keys: readonly string[], value: Json): Json | undefined {
  return part === undefined ? undefined : putValue(part, keys, value);
}

const BY_NAME = 'name=';

/** The key of a pointer that finds an item of a list by its name, wherever it is. */
export function keyOfName(name: string): string {
  return BY_NAME + name;
}

/** True for a key that finds an item of a list: an index or a name. */
export function isItemKey(key: string): boolean {
  return key.startsWith(BY_NAME) || indexOf(key) !== undefined;
}

/** The index that a key means; undefined if no item or several items have its name. */
export function itemAt(list: JsonList, key: string): number | undefined {
  if (!key.startsWith(BY_NAME)) return indexOf(key);
  const name = key.slice(BY_NAME.length);
  const isNamed = (item: Json) => isJsonObject(item) && item.name === name;
  const first = list.findIndex(isNamed);
  return first >= 0 && first === list.findLastIndex(isNamed) ? first : undefined;
}

/** RFC 6901 allows no leading zeros. */
function indexOf(key: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : undefined;
}
