import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { asList, isJsonObject, type JsonObject } from '#src/json/value.ts';

/** True for a key that is there with a value. `""` and `[]` are values; null is not. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** True for a string with at least one character. */
export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** True for a JSON number without a fraction; false for text that looks like one, and for a number too large to be exact. */
export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** The members of a list that are objects, each with its place in the list; other members are left to the field checks. */
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
 * The objects at a pattern such as `tags[]` or `a.b[].c[]`, which ends in a list, each with its path; the
 * walk passes over what is missing or mistyped.
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

/** Each item whose key an earlier item has, with that earlier item. An undefined key equals nothing. */
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
