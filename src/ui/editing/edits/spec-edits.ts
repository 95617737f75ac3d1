import { removeIn, setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';

/** The document with a value at a path, new keys at the place their spec gives them. */
export function writeAt(root: GroupSpec, document: Json, path: Path, value: Json): Json {
  let next = document;
  // Parents that are absent, null or leaves are made one by one, so that each finds its own place.
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

/** The document without the value at a path; groups that only come with their members go with the last. */
export function clearAt(root: GroupSpec, document: Json, path: Path): Json {
  let shallowest = path.length;
  while (shallowest > 1 && isImplied(specAt(root, path.slice(0, shallowest - 1)))) shallowest--;
  return removeIn(document, path, shallowest - 1);
}

function isImplied(spec: FieldSpec | undefined): boolean {
  return spec?.kind === 'group' && spec.implied === true;
}

/** The keys beside the last one of a path, in the order of their spec. */
export function keyOrder(root: GroupSpec, path: Path): readonly string[] {
  const parent = specAt(root, path.slice(0, -1));
  return parent?.kind === 'group' ? Object.keys(parent.fields) : [];
}
