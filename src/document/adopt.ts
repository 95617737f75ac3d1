import { carryId } from './row-ids.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';

/**
 * `next` (a document that came from outside: text, import, draft) with every part that equals a part of
 * `present` replaced by that very object, so that controls keep their focus and remembered verdicts hold.
 * Rows are matched by equality, then by `name`, then by index; a matched row keeps its id.
 * The result is deep-equal to `next`, key order included.
 */
export function adopt(present: Json | undefined, next: Json): Json {
  if (isJsonList(next)) return isJsonList(present) ? adoptList(present, next) : next;
  if (isJsonObject(next)) return isJsonObject(present) ? adoptObject(present, next) : next;
  return next;
}

function adoptObject(present: JsonObject, next: JsonObject): JsonObject {
  const keys = Object.keys(next);
  const entries = keys.map(
    (key) =>
      [key, adopt(Object.hasOwn(present, key) ? present[key] : undefined, next[key]!)] as const,
  );
  const before = Object.keys(present);
  const same =
    before.length === keys.length &&
    entries.every(([key, value], at) => before[at] === key && present[key] === value);
  if (same) return present;
  const adopted: JsonObject = Object.fromEntries(entries);
  carryId(present, adopted);
  return adopted;
}

function adoptList(present: JsonList, next: JsonList): JsonList {
  const partners = matchRows(present, next);
  const adopted = next.map((value, index) => {
    const partner = partners[index];
    return partner === undefined ? value : adopt(partner, value);
  });
  const same =
    present.length === adopted.length && adopted.every((value, at) => value === present[at]);
  return same ? present : adopted;
}

/** For each member of `next` the member of `present` it continues, each used once. */
function matchRows(present: JsonList, next: JsonList): (Json | undefined)[] {
  const free = new Set(present.keys());
  const byText = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  // From the end, so that each list of candidates gives its first one last, by pop.
  for (let index = present.length - 1; index >= 0; index--) {
    const value = present[index]!;
    remember(byText, JSON.stringify(value), index);
    const name = nameOf(value);
    if (name !== undefined) remember(byName, name, index);
  }
  const partners: (Json | undefined)[] = Array.from({ length: next.length });
  const take = (at: number, index: number | undefined) => {
    if (index === undefined || !free.delete(index)) return;
    partners[at] = present[index];
  };
  const open = () => [...next.keys()].filter((at) => partners[at] === undefined);
  for (const at of open()) take(at, firstFree(byText.get(JSON.stringify(next[at])), free));
  for (const at of open()) {
    const name = nameOf(next[at]!);
    if (name !== undefined) take(at, firstFree(byName.get(name), free));
  }
  for (const at of open())
    if (nameOf(next[at]!) === undefined || !nameIsTaken(byName, next[at]!)) take(at, at);
  return partners;
}

function nameIsTaken(byName: Map<string, number[]>, value: Json): boolean {
  const name = nameOf(value);
  return name !== undefined && byName.has(name);
}

function remember(map: Map<string, number[]>, key: string, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}

/** Takes the first candidate that is free, and those before it, which will not be free again. */
function firstFree(candidates: number[] | undefined, free: Set<number>): number | undefined {
  let index = candidates?.pop();
  while (index !== undefined && !free.has(index)) index = candidates?.pop();
  return index;
}

function nameOf(value: Json): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const name = value.name ?? value.key;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
