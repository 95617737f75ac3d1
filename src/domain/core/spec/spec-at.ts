import type { FieldSpec, GroupSpec } from './field.ts';
import type { Path } from '#src/json/path.ts';

/**
 * The spec of the field at a path below a group. A member of a list of strings has the spec of the list, and a member of
 * an object of strings that of the object. Undefined for a key that the API does not define.
 */
export function specAt(root: GroupSpec, path: Path): FieldSpec | undefined {
  let spec: FieldSpec = root;
  for (const key of path) {
    const next = memberAt(spec, key);
    if (next === undefined) return undefined;
    spec = next;
  }
  return spec;
}

/** The spec of a direct member. */
export function memberAt(spec: FieldSpec, key: string | number): FieldSpec | undefined {
  if (typeof key === 'number') {
    if (spec.kind === 'rows') return spec.row;
    return spec.kind === 'strings' ? spec : undefined;
  }
  if (spec.kind === 'entries') return spec;
  if (spec.kind !== 'group') return undefined;
  return Object.hasOwn(spec.fields, key) ? spec.fields[key] : undefined;
}

/**
 * Compares two paths by the order in which the specs declare their fields, and rows by index. Parents sort before their
 * members, and unknown keys after known ones. Used to sort issues in the order of the form.
 */
export function comparePaths(root: FieldSpec, a: Path, b: Path): number {
  let spec: FieldSpec | undefined = root;
  const shared = Math.min(a.length, b.length);
  for (let depth = 0; depth < shared; depth++) {
    const keyA = a[depth]!;
    const keyB = b[depth]!;
    if (keyA !== keyB) return rankOf(spec, keyA) - rankOf(spec, keyB);
    spec = spec && memberAt(spec, keyA);
  }
  return a.length - b.length;
}

function rankOf(spec: FieldSpec | undefined, key: string | number): number {
  if (typeof key === 'number') return key;
  if (spec?.kind !== 'group') return Number.MAX_SAFE_INTEGER;
  const rank = Object.keys(spec.fields).indexOf(key);
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}
