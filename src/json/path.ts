/** A key of an object or an index of a list. */
export type Key = string | number;
/** The location of a value in a JSON document, outermost key first; `[]` is the whole document. */
export type Path = readonly Key[];

/** A JSON pointer (RFC 6901): `/deployment/template/containers/0/name`; the root is the empty string. */
export function toPointer(path: Path): string {
  let pointer = '';
  for (const key of path) pointer += `/${typeof key === 'number' ? key : escapePointerKey(key)}`;
  return pointer;
}

/** A key as a JSON pointer holds it. */
export function escapePointerKey(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/**
 * A path in the notation of messages and the mock: `deployment.template.containers[0].name`.
 * The root is `$`. A key that is not a plain identifier is written in brackets: `$["a.b"].c`.
 */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[A-Za-z_][\w$-]*$/.test(key)) text += text === '' ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  if (text === '') return '$';
  return text.startsWith('[') ? `$${text}` : text;
}

/** True if `path` is `base` or below it. */
export function isWithin(path: Path, base: Path): boolean {
  return base.length <= path.length && base.every((key, index) => path[index] === key);
}

/** The keys of a JSON pointer, all as text; undefined if the text is not one. The inverse of {@link toPointer}. */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
