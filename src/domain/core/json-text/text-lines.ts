/**
 * A position in a text as editors and problem matchers count it: from 1, with one column per UTF-16 code unit.
 */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Returns a function from offset to position. Lines end with LF, CRLF, or CR, as in editors. */
export function createLines(text: string): (offset: number) => TextPlace {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
