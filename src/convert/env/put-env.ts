import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { asList, asObject, isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** The container that gets the variables of a .env text. */
export interface EnvTarget {
  readonly list: 'containers' | 'init_containers';
  readonly index: number;
  /** `merge` keeps the other variables of the container, `replace` removes them. */
  readonly mode: 'merge' | 'replace';
}

/** A body with variables put into one of its containers. */
export interface PutEnv {
  readonly body: Json;
  /** For each variable, its path in the body. */
  readonly paths: readonly Path[];
}

/**
 * Puts variables into a container. A variable of the same name gets the new value in its place, and the others follow at
 * the end. Undefined if the body does not have the container.
 */
export function putEnv(
  body: Json,
  added: Json,
  { list, index, mode }: EnvTarget,
): PutEnv | undefined {
  const base = ['deployment', 'template', list, index];
  const container = getIn(body, base);
  if (!isJsonObject(container)) return undefined;
  const rows = mode === 'merge' ? [...asList(container.envs)] : [];
  const places = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const { name } = asObject(row);
    if (typeof name === 'string' && !places.has(name)) places.set(name, at);
  }
  const paths = asList(added).map((row) => {
    const place = places.get(String(asObject(row).name)) ?? rows.length;
    rows[place] = row;
    return [...base, 'envs', place];
  });
  const { envs: _, ...rest } = container;
  const next: Json =
    rows.length > 0 || isJsonList(container.envs) ? { ...container, envs: rows } : rest;
  return { body: replaced(body, base, next), paths };
}

/** A copy of `value` with `next` at a path that exists. */
function replaced(value: Json, [key, ...rest]: Path, next: Json): Json {
  if (key === undefined) return next;
  if (typeof key === 'number') {
    const list = asList(value);
    return list.with(key, replaced(list[key]!, rest, next));
  }
  const object = asObject(value);
  return { ...object, [key]: replaced(object[key]!, rest, next) };
}
