import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { StepOrigin } from '../store.ts';

/** A value in a part: a scalar itself, or the number of another part in brackets. */
export type Token = string | number | boolean | null | readonly [number];

/**
 * A changed part of a document. `id`: of the row; `ids`: those of the members of a list if they are not just those of
 * its rows; 0 if there are none. A `splice` is a list that differs from an earlier one in one place.
 */
export type PackedPart =
  | readonly ['object', id: string | 0, ...entries: readonly Token[]]
  | readonly ['list', id: string | 0, ids: readonly string[] | 0, ...members: readonly Token[]]
  | readonly [
      'splice',
      id: string | 0,
      ids: readonly string[] | 0,
      list: number,
      start: number,
      removed: number,
      ...added: readonly Token[],
    ];

/** One document before or after the current one. */
export interface PackedEntry {
  readonly root: Token;
  /** The edit between it and its neighbour on the side of the current document. */
  readonly path: Path | undefined;
  readonly at: number;
  readonly origin?: StepOrigin | undefined;
}

/**
 * A history for the storage: the current document as text, the parts of the other documents that it does not have, and
 * the other documents from the nearest to the farthest.
 */
export interface PackedHistory {
  readonly version: 1;
  readonly text: string;
  /** The ids of the rows of the current document, by the number of their part. */
  readonly ids: readonly (readonly [part: number, id: string | readonly string[]])[];
  readonly parts: readonly PackedPart[];
  readonly past: readonly PackedEntry[];
  readonly future: readonly PackedEntry[];
}

/** Calls back for all objects and lists of a document, in the order of their numbers. */
export function walkParts(document: Json, onPart: (part: object & Json) => void): void {
  if (typeof document !== 'object' || document === null) return;
  onPart(document);
  for (const member of Object.values(document) as Json[]) walkParts(member, onPart);
}
