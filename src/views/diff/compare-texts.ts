import { diff } from '@codemirror/merge';
import type { Json } from '#src/json/value.ts';
import type { FirstItems } from '#src/views/first-items.ts';
import { toDiffRows, type DiffRow } from './diff-rows.ts';

/** The most differences that are worded. */
const MAX_ROWS = 500;
/** How long to look for the shortest text diff, milliseconds; after that it is coarser. */
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

/** Compares two texts. */
export function compareEdits(before: string, after: string): readonly TextEdit[] {
  const edits = diff(before, after, { timeout: TIMEOUT_MS });
  return edits.map(({ fromA, toA, fromB, toB }) => ({ fromA, toA, fromB, toB }));
}
