import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import type { Json, JsonObject } from '#src/json/value.ts';
import { readJsonRows } from '#src/ui/lists/json-rows.ts';
import { nextName } from '#src/domain/core/next-name.ts';

/** Maximum length of a container name (table 6). */
const MAX_LENGTH = 32;

/** The containers in a JSON text. Undefined for anything else, such as a whole deployment or a row of a list. */
export function readContainers(text: string): readonly JsonObject[] | undefined {
  const rows = readJsonRows(containerGroup, text);
  const isContainer = (row: JsonObject) => 'image_url' in row && !('deployment' in row);
  return rows?.every(isContainer) ? rows : undefined;
}

/** Containers under names that are not in `taken`. */
export function withFreeNames(
  containers: readonly JsonObject[],
  taken: ReadonlySet<string>,
): readonly Json[] {
  const used = new Set(taken);
  return containers.map((container) => {
    const { name } = container;
    if (typeof name !== 'string' || name === '') return container;
    const free = used.has(name) ? nextName(name, used, MAX_LENGTH) : name;
    used.add(free);
    return { ...container, name: free };
  });
}
