import { existsIn, type FieldSpec, type GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** Lists whose rows have fields that users look for one by one. The rows of other lists are one entry each. */
const listsOfContainers: ReadonlySet<string> = new Set(['containers', 'init_containers']);

/** The paths of the fields that the form shows for a document, in the order of the form, at most `limit`. */
export function fieldPaths(
  root: GroupSpec,
  document: Json,
  generation: Generation,
  limit: number,
): readonly Path[] {
  const paths: Path[] = [];
  const walkGroup = (group: GroupSpec, path: Path) => {
    const value = getIn(document, path);
    for (const [key, spec] of Object.entries(group.fields)) {
      const isPresent = isJsonObject(value) && value[key] !== undefined;
      if (isOther(group, key, value) || (!isPresent && !existsIn(spec, generation))) continue;
      walk(spec, [...path, key], isPresent);
    }
  };
  const walk = (spec: FieldSpec, path: Path, isPresent: boolean) => {
    if (paths.length >= limit) return;
    if (spec.kind === 'group' && (isPresent || spec.implied)) walkGroup(spec, path);
    else if (spec.kind === 'rows' && isPresent) walkRows(spec.row, path);
    else paths.push(path);
  };
  const walkRows = (row: GroupSpec, path: Path) => {
    const rows = getIn(document, path);
    if (!isJsonList(rows)) return void paths.push(path);
    const isContainers = listsOfContainers.has(String(path.at(-1)));
    if (!isContainers) paths.push(path);
    for (const index of rows.keys()) {
      if (paths.length >= limit) return;
      if (isContainers) walkGroup(row, [...path, index]);
      else paths.push([...path, index]);
    }
  };
  walkGroup(root, []);
  return paths;
}

/** True for a key that is not the chosen one of several alternatives. */
function isOther({ oneOf }: GroupSpec, key: string, value: Json | undefined): boolean {
  if (!oneOf?.includes(key) || !isJsonObject(value)) return false;
  const chosen = oneOf.find((other) => value[other] !== undefined);
  return chosen !== undefined && value[key] === undefined;
}
