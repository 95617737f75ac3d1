/** A key of an object or an index of a list. */
export type Key = string | number;
/** Where a value stands in the document, outermost key first; `[]` is the whole document. */
export type Path = readonly Key[];

/** A JSON pointer (RFC 6901): `/deployment/template/containers/0/name`; the root is the empty text. */
export function toPointer(path: Path): string {
  let pointer = '';
  for (const key of path) pointer += `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return pointer;
}

/** True if `path` is `base` or lies below it. */
export function isWithin(path: Path, base: Path): boolean {
  return base.length <= path.length && base.every((key, at) => path[at] === key);
}
