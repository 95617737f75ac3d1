import { removeIn, setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';

/** Writes a value at a path; new keys get the position of their spec. */
export function writeAt(root: GroupSpec, document: Json, path: Path, value: Json): Json {
  let next = document;
  // Missing parents, and parents that are null or a leaf, are created one by one so that each gets its position.
  for (let depth = 1; depth < path.length; depth++) {
    const parent = path.slice(0, depth);
    const present = getIn(next, parent);
    if (typeof present === 'object' && present !== null) continue;
    const kind = specAt(root, parent)?.kind;
    const empty = kind === 'rows' || kind === 'strings' ? [] : {};
    next = setIn(next, parent, empty, keyOrder(root, parent));
  }
  return setIn(next, path, value, keyOrder(root, path));
}

/** Removes the value at a path, together with groups that exist only for their members and have become empty. */
export function clearAt(root: GroupSpec, document: Json, path: Path): Json {
  let shallowest = path.length;
  while (shallowest > 1 && isImplied(specAt(root, path.slice(0, shallowest - 1)))) shallowest--;
  return removeIn(document, path, shallowest - 1);
}

function isImplied(spec: FieldSpec | undefined): boolean {
  return spec?.kind === 'group' && spec.implied === true;
}

/** The keys of the object that contains the last key of a path, in the order of their spec. */
export function keyOrder(root: GroupSpec, path: Path): readonly string[] {
  const parent = specAt(root, path.slice(0, -1));
  return parent?.kind === 'group' ? Object.keys(parent.fields) : [];
}
