import { pathOf, stableKeys } from '#src/document/edits.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';

/**
 * The flat name under which a control is registered with react-hook-form: row ids in place of indexes, so
 * that it stays while rows move, and the characters that would make a nested name escaped.
 */
export function cellName(document: Json, path: Path): string {
  return stableKeys(document, path)
    .map((key) => key.replaceAll(/[%./[\]'"]/g, (odd) => `%${odd.charCodeAt(0).toString(16)}`))
    .join('/');
}

/** The path that a cell name stands for by now; undefined if its row is gone. */
export function pathOfCell(document: Json, name: string): Path | undefined {
  return pathOf(document, name.split('/').map(decodeURIComponent));
}
