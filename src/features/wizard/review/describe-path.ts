import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Objects that a person never sees as such: their labels would only lengthen the way. */
const unseen = new Set(['deployment', 'deployment/template']);

/**
 * A path in the words of the form: `Container web › Port 2 › Host port`. Rows go by their name where they
 * have one, else by number; keys the API does not know, and those of entries, by themselves. The first `from` keys are
 * left out.
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
    if (unseen.has(part.join('/'))) continue;
    const parent = specAt(root, part.slice(0, -1));
    if (typeof key === 'number') {
      const item = parent && 'item' in parent ? translate(parent.item) : '';
      const row = `${item} ${nameOf(getIn(document, part)) ?? key + 1}`.trim();
      // It takes the place of its list, if that is among the words.
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
