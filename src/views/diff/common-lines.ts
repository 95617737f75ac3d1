type Pair = readonly [a: number, b: number];

/**
 * The positions of lines that two texts have in common, in order: those that occur once in both (a “patience” diff),
 * with what is equal before and after each of them. Takes n log n steps, whatever differs.
 */
export function commonLines(a: readonly number[], b: readonly number[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let start: Pair = [0, 0];
  for (const anchor of [...anchors(a, b), [a.length, b.length] as const]) {
    const [endA, endB] = anchor;
    let [fromA, fromB] = start;
    // An anchor can have become part of what follows the one before it.
    if (endA < fromA || endB < fromB) continue;
    while (fromA < endA && fromB < endB && a[fromA] === b[fromB]) pairs.push([fromA++, fromB++]);
    const after: Pair[] = [];
    let [toA, toB] = [endA - 1, endB - 1];
    while (toA >= fromA && toB >= fromB && a[toA] === b[toB]) after.push([toA--, toB--]);
    for (let index = after.length - 1; index >= 0; index--) pairs.push(after[index]!);
    if (endA < a.length && endB < b.length) pairs.push(anchor);
    start = [endA + 1, endB + 1];
  }
  return pairs;
}

/** The longest run of pairs that ascends in both texts, of lines that occur once in each. */
function anchors(a: readonly number[], b: readonly number[]): readonly Pair[] {
  const inA = onlyPlaces(a);
  const inB = onlyPlaces(b);
  const candidates: Pair[] = [];
  for (const [line, position] of inA) {
    const other = inB.get(line);
    if (position >= 0 && other !== undefined && other >= 0) candidates.push([position, other]);
  }
  candidates.sort((one, two) => one[0] - two[0]);
  // The last candidate of the best run of each length, and the one before each candidate in its run.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, [, position]] of candidates.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (candidates[ends[middle]!]![1] < position) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : ends[low - 1]!);
    ends[low] = index;
  }
  const run: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!)
    run.push(candidates[index]!);
  return run.reverse();
}

/** Where each line is; -1 if it occurs several times. */
function onlyPlaces(lines: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [index, line] of lines.entries()) places.set(line, places.has(line) ? -1 : index);
  return places;
}
