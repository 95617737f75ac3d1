import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { memberAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';

/** True for `deployment` and `deployment/template`: the form does not show them, so their labels would only add noise. */
function isHidden(path: Path, index: number): boolean {
  return path[0] === 'deployment' && (index === 0 || (index === 1 && path[1] === 'template'));
}

/**
 * A path in the words of the form, such as `Container web › Port 2 › Host port`. Rows are identified by name, or by
 * number if they have no name. Unknown keys and keys of entries appear as they are. The first `from` keys are omitted.
 */
export function describePath(
  root: GroupSpec,
  document: Json,
  path: Path,
  translate: (text: Text) => string,
  from = 0,
): string {
  const words: string[] = [];
  let spec: FieldSpec | undefined = root;
  let value: Json | undefined = document;
  // One walk: the command palette describes thousands of paths at once.
  for (const [index, key] of path.entries()) {
    const parent: FieldSpec | undefined = spec;
    spec = parent && memberAt(parent, key);
    value = getIn(value, [key]);
    if (index < from || isHidden(path, index)) continue;
    if (typeof key === 'number') {
      const item = parent && 'item' in parent ? translate(parent.item) : '';
      const row = `${item} ${nameOf(value) ?? key + 1}`.trim();
      // The row replaces its list, if the list is part of the description.
      words.splice(-1, 1, row);
    } else if (parent?.kind === 'entries') words.push(key === '' ? '""' : key);
    else words.push(spec ? translate(spec.label) : key);
  }
  return words.join(' › ');
}

function nameOf(row: Json | undefined): string | undefined {
  if (!isJsonObject(row)) return undefined;
  const name = row.name ?? row.key;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
