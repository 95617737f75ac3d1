import { pathOf, stableKeys } from '#src/document/edits.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';

/**
 * The flat name under which a control is registered with react-hook-form. It contains row ids instead of indexes, so
 * that it survives moving rows; characters that react-hook-form would read as nesting are escaped.
 */
export function cellName(document: Json, path: Path): string {
  return stableKeys(document, path)
    .map((key) => key.replaceAll(/[%./[\]'"]/g, (char) => `%${char.charCodeAt(0).toString(16)}`))
    .join('/');
}

/** The current path of a cell name; undefined if its row was removed. */
export function pathOfCell(document: Json, name: string): Path | undefined {
  return pathOf(document, name.split('/').map(decodeURIComponent));
}
