import type { FieldSpec, GroupSpec } from './field.ts';
import type { Path } from '#src/json/path.ts';

/**
 * The spec of the field at a path below a group: lists are walked through their rows, a member of a
 * list of texts is the list's, one of an object of texts the object's. Undefined where the API knows no such key.
 */
export function specAt(root: GroupSpec, path: Path): FieldSpec | undefined {
  let spec: FieldSpec = root;
  for (const key of path) {
    const next = memberOf(spec, key);
    if (next === undefined) return undefined;
    spec = next;
  }
  return spec;
}

function memberOf(spec: FieldSpec, key: string | number): FieldSpec | undefined {
  if (typeof key === 'number') {
    if (spec.kind === 'rows') return spec.row;
    return spec.kind === 'strings' ? spec : undefined;
  }
  if (spec.kind === 'entries') return spec;
  if (spec.kind !== 'group') return undefined;
  return Object.hasOwn(spec.fields, key) ? spec.fields[key] : undefined;
}

/**
 * Orders two paths as the specs declare their fields, rows by index; a parent stands before its members,
 * unknown keys behind known ones. For sorting issues in the order of the form.
 */
export function comparePaths(root: FieldSpec, a: Path, b: Path): number {
  let spec: FieldSpec | undefined = root;
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const keyA = a[at]!;
    const keyB = b[at]!;
    if (keyA !== keyB) return rankOf(spec, keyA) - rankOf(spec, keyB);
    spec = spec && memberOf(spec, keyA);
  }
  return a.length - b.length;
}

function rankOf(spec: FieldSpec | undefined, key: string | number): number {
  if (typeof key === 'number') return key;
  if (spec?.kind !== 'group') return Number.MAX_SAFE_INTEGER;
  const rank = Object.keys(spec.fields).indexOf(key);
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}
