import { diff } from '@codemirror/merge';
import type { Json } from '#src/json/value.ts';
import type { FirstItems } from '#src/views/first-items.ts';
import { commonLines } from './common-lines.ts';
import { toDiffRows, type DiffRow } from './diff-rows.ts';

/** The most differences that are worded. */
const MAX_ROWS = 500;
/** How long to look for the shortest text diff, in milliseconds. */
const TIMEOUT_MS = 1000;

/** The offsets of one difference between two texts. */
export interface TextEdit {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** From the page to the worker: two documents as text. */
export interface CompareRequest {
  readonly kind: 'rows' | 'edits';
  readonly before: string;
  readonly after: string;
}

/** The differences by path, or those of the text. */
export interface CompareResults {
  readonly rows: FirstItems<DiffRow>;
  readonly edits: readonly TextEdit[];
}

/** Compares two documents by path. */
export function compareRows(before: string, after: string): FirstItems<DiffRow> {
  return toDiffRows(JSON.parse(before) as Json, JSON.parse(after) as Json, MAX_ROWS);
}

/**
 * Compares two texts: first their lines, then the characters of the lines that differ. In 1 MiB this is many times
 * faster than characters alone, and finds short differences where that would run out of time. After `timeoutMs` the
 * differences are coarser.
 */
export function compareEdits(
  before: string,
  after: string,
  timeoutMs = TIMEOUT_MS,
): readonly TextEdit[] {
  const numbers = new Map<string, number>();
  const a = readLines(before, numbers);
  const b = readLines(after, numbers);
  const end = performance.now() + timeoutMs;
  return gapsBetween(commonLines(a.lines, b.lines), a.lines.length, b.lines.length).flatMap(
    (gap) => {
      const [fromA, toA] = [a.starts[gap.fromA]!, a.starts[gap.toA]!];
      const [fromB, toB] = [b.starts[gap.fromB]!, b.starts[gap.toB]!];
      const left = end - performance.now();
      if (fromA === toA || fromB === toB || left <= 0) return [{ fromA, toA, fromB, toB }];
      return diff(before.slice(fromA, toA), after.slice(fromB, toB), { timeout: left }).map(
        (edit) => ({
          fromA: edit.fromA + fromA,
          toA: edit.toA + fromA,
          fromB: edit.fromB + fromB,
          toB: edit.toB + fromB,
        }),
      );
    },
  );
}

/** Each line as a number, the same for equal lines, and the offsets of the lines and of the end. */
function readLines(text: string, numbers: Map<string, number>) {
  const lines: number[] = [];
  const starts: number[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    const line = text.slice(start, end);
    let number = numbers.get(line);
    if (number === undefined) numbers.set(line, (number = numbers.size));
    lines.push(number);
    starts.push(start);
    start = end;
  }
  starts.push(text.length);
  return { lines, starts };
}

/** The parts between pairs of equal lines, in which the texts differ. */
function gapsBetween(
  pairs: readonly (readonly [a: number, b: number])[],
  lengthA: number,
  lengthB: number,
): TextEdit[] {
  const gaps: TextEdit[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [a, b] of [...pairs, [lengthA, lengthB] as const]) {
    if (a > fromA || b > fromB) gaps.push({ fromA, toA: a, fromB, toB: b });
    [fromA, fromB] = [a + 1, b + 1];
  }
  return gaps;
}
