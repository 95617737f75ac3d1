import { carryId } from './row-ids.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';

/**
 * Returns `next` (a document from text, an import, or a draft) with every part that equals a part of `current` replaced by
 * that same object, so that controls keep their focus and cached check results stay valid. Rows are matched by equality,
 * then by `name`, then by index, and keep their ids. The result is deep-equal to `next`, including the order of keys.
 */
export function adopt(current: Json | undefined, next: Json): Json {
  if (isJsonList(next)) return isJsonList(current) ? adoptList(current, next) : next;
  if (isJsonObject(next)) return isJsonObject(current) ? adoptObject(current, next) : next;
  return next;
}

function adoptObject(current: JsonObject, next: JsonObject): JsonObject {
  const keys = Object.keys(next);
  const entries = keys.map(
    (key) =>
      [key, adopt(Object.hasOwn(current, key) ? current[key] : undefined, next[key]!)] as const,
  );
  const before = Object.keys(current);
  const same =
    before.length === keys.length &&
    entries.every(([key, value], index) => before[index] === key && current[key] === value);
  if (same) return current;
  const adopted: JsonObject = Object.fromEntries(entries);
  carryId(current, adopted);
  return adopted;
}

function adoptList(current: JsonList, next: JsonList): JsonList {
  const partners = matchRows(current, next);
  const adopted = next.map((value, index) => {
    const partner = partners[index];
    return partner === undefined ? value : adopt(partner, value);
  });
  const same =
    current.length === adopted.length && adopted.every((value, index) => value === current[index]);
  return same ? current : adopted;
}

/** For each member of `next`, the member of `current` that it continues. Each is used once. */
function matchRows(current: JsonList, next: JsonList): (Json | undefined)[] {
  const free = new Set(current.keys());
  const byText = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  // In reverse, so that `pop` returns the candidates in order.
  for (let index = current.length - 1; index >= 0; index--) {
    const value = current[index]!;
    remember(byText, JSON.stringify(value), index);
    const name = nameOf(value);
    if (name !== undefined) remember(byName, name, index);
  }
  const partners: (Json | undefined)[] = Array.from({ length: next.length });
  const take = (at: number, index: number | undefined) => {
    if (index === undefined || !free.delete(index)) return;
    partners[at] = current[index];
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
