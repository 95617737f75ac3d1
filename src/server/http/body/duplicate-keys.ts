/**
 * True if an object in a JSON text has a key more than once: then the text has more values than what JSON.parse made
 * of it. Takes a good result of parseJson, whose depth is bounded, as this walks by recursion.
 */
export function hasDuplicateKeys(json: {
  readonly value: unknown;
  readonly values: number;
}): boolean {
  return json.values !== countValues(json.value);
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    count += countValues(inner);
  }
  return count;
}
