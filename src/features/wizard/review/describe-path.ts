import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Objects that the form does not show as such, so their labels would only add noise. */
const hiddenPaths = new Set(['deployment', 'deployment/template']);

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
  for (let depth = from + 1; depth <= path.length; depth++) {
    const part = path.slice(0, depth);
    const key = part.at(-1)!;
    if (hiddenPaths.has(part.join('/'))) continue;
    const parent = specAt(root, part.slice(0, -1));
    if (typeof key === 'number') {
      const item = parent && 'item' in parent ? translate(parent.item) : '';
      const row = `${item} ${nameOf(getIn(document, part)) ?? key + 1}`.trim();
      // The row replaces its list, if the list is part of the description.
      words.splice(-1, 1, row);
      continue;
    }
    if (parent?.kind === 'entries') {
      words.push(key === '' ? '""' : key);
      continue;
    }
    const spec = specAt(root, part);
    words.push(spec ? translate(spec.label) : key);
  }
  return words.join(' › ');
}

function nameOf(row: Json | undefined): string | undefined {
  if (!isJsonObject(row)) return undefined;
  const name = row.name ?? row.key;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
