import { isJsonObject, type Json } from '#src/json/value.ts';

const identityKeys = ['name', 'key', 'container_port'] as const;

/**
 * The name of a row: containers, variables and volumes have a name, tags and rules a key, ports the port of the
 * container. Undefined if it has none.
 */
export function identityOf(row: Json): string | number | undefined {
  const key = identityKeyOf(row);
  return key === undefined ? undefined : (row as Record<string, string | number>)[key];
}

/** The key that holds the name of a row. */
export function identityKeyOf(row: Json): (typeof identityKeys)[number] | undefined {
  if (!isJsonObject(row)) return undefined;
  return identityKeys.find((key) => {
    const value = Object.hasOwn(row, key) ? row[key] : undefined;
    return (typeof value === 'string' && value !== '') || typeof value === 'number';
  });
}
