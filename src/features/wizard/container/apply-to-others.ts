import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import type { ContainerList } from '#src/domain/core/rule.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { listPaths } from '../view.ts';

/** A part of a container that can be applied to others. */
export type SharedPart = 'readiness_probe' | 'liveness_probe' | 'resources';

/**
 * Copies a part of a container to the other containers of its list. A part that is absent is removed from them. Values
 * that are not containers stay unchanged.
 */
export function applyToOthers(
  root: Editor['root'],
  document: Json,
  source: { readonly list: ContainerList; readonly index: number },
  part: SharedPart,
): Json {
  const listPath = listPaths[source.list];
  const value = getIn(document, [...listPath, source.index, part]);
  let next = document;
  for (const [index, container] of (listAt(document, listPath) ?? []).entries()) {
    const isContainer =
      typeof container === 'object' && container !== null && !Array.isArray(container);
    if (index === source.index || !isContainer) continue;
    const path = [...listPath, index, part];
    next =
      value === undefined
        ? clearAt(root, next, path)
        : writeAt(root, next, path, structuredClone(value));
  }
  return next;
}
