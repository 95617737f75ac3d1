import type { Rolldown } from 'vite';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes one source map segment: base 64, five bits per digit, lowest first, the sign in the lowest bit. */
function readSegment(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** Counts the characters of a chunk by source, using the source map; characters without a source are under ''. */
export function attributeBytes({ code, map }: Rolldown.OutputChunk): Map<string, number> {
  const sizes = new Map<string, number>();
  const add = (source: string, size: number) => sizes.set(source, (sizes.get(source) ?? 0) + size);
  const mapped = map ? map.mappings.split(';') : [];
  let source = 0;
  for (const [at, line] of code.split('\n').entries()) {
    let column = 0;
    let from = '';
    for (const segment of (mapped[at] ?? '').split(',').filter(Boolean)) {
      const [ahead = 0, sourceAhead] = readSegment(segment);
      add(from, ahead);
      column += ahead;
      if (sourceAhead !== undefined) source += sourceAhead;
      from = sourceAhead === undefined ? '' : (map?.sources[source] ?? '');
    }
    add(from, line.length + 1 - column);
  }
  return sizes;
}
