const ROWS_PER_PART = 500;

const known = new WeakMap<readonly unknown[], string[]>();

/**
 * A list as JSON texts of at most 500 rows each. Ten thousand rows at once would be a long task of the page, so each part
 * is made when it is asked for, and kept.
 */
export function* eachPart(list: readonly unknown[]): Generator<string> {
  let parts = known.get(list);
  if (parts === undefined) known.set(list, (parts = []));
  for (let index = 0; index * ROWS_PER_PART < list.length; index++) {
    const start = index * ROWS_PER_PART;
    yield (parts[index] ??= JSON.stringify(list.slice(start, start + ROWS_PER_PART)));
  }
}
