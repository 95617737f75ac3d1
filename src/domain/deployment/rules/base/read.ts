import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { asList, isJsonObject, type JsonObject } from '#src/json/value.ts';

/** `""` and `[]` are values; null counts as absent. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** True for a non-empty string. */
export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** True for an exact integer; false for strings. */
export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** The objects of a list with their indexes. The field checks report other members. */
export function objectsIn(list: unknown): readonly (readonly [index: number, row: JsonObject])[] {
  const rows = asList(list);
  const found: [number, JsonObject][] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (isJsonObject(row)) found.push([index, row]);
  }
  return found;
}

/**
 * The objects at a pattern such as `tags[]` or `a.b[].c[]`, with their paths. Missing and mistyped parts are skipped.
 */
export function* objectsAt(
  value: unknown,
  pattern: string,
): Generator<readonly [path: Path, object: JsonObject]> {
  const end = pattern.indexOf('[]');
  const list = pattern.slice(0, end).split('.');
  const rest = pattern.slice(end + '[].'.length);
  for (const [index, object] of objectsIn(getIn(value, list))) {
    const path = [...list, index];
    if (rest === '') yield [path, object];
    else for (const [inner, found] of objectsAt(object, rest)) yield [[...path, ...inner], found];
  }
}

/** Each item with the same key as an earlier item, paired with the first such item. Items with an undefined key are skipped. */
export function repeats<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | number | undefined,
): readonly (readonly [first: Item, later: Item])[] {
  const found: [Item, Item][] = [];
  const firsts = new Map<string | number, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else found.push([first, item]);
  }
  return found;
}
