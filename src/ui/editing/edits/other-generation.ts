import { existsIn, type GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Path } from '#src/json/path.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';

/** True if the field at a path, or a group around it, belongs to another generation of the API. */
export function isOtherGeneration(root: GroupSpec, path: Path, generation: Generation): boolean {
  return path.some((_key, index) => {
    const spec = specAt(root, path.slice(0, index + 1));
    return spec !== undefined && !existsIn(spec, generation);
  });
}
