/**
 * True if an object in a JSON text repeats a key: then the text has more values than the result of JSON.parse.
 * Expects a successful result of parseJson, because it recurses and needs a bounded depth.
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
