import { insertAt, removeAt } from '#src/document/edits.ts';
import type { ContainerList } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { isJsonList, isJsonObject, type Json, type JsonList } from '#src/json/value.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { listPaths } from '#src/features/wizard/view.ts';

/** The parts that have no effect in an init container (R32), with the table of the API page. */
const { ports, readiness_probe, liveness_probe } = containerGroup.fields;
const parts = [
  { key: 'ports', label: ports.label, table: ports.table },
  { key: 'readiness_probe', label: readiness_probe.label, table: readiness_probe.table },
  { key: 'liveness_probe', label: liveness_probe.label, table: liveness_probe.table },
] as const;

/** A part that a container loses when it becomes an init container. */
export interface LostPart {
  readonly key: (typeof parts)[number]['key'];
  readonly label: Text;
  readonly table: number | undefined;
  /** The number of rows, for a list. */
  readonly count: number | undefined;
}

export function lostParts(container: Json | undefined): readonly LostPart[] {
  if (!isJsonObject(container)) return [];
  return parts.flatMap((part) => {
    const value = container[part.key];
    const isEmpty = value === undefined || (isJsonList(value) && value.length === 0);
    return isEmpty ? [] : [{ ...part, count: isJsonList(value) ? value.length : undefined }];
  });
}

/** Moves a container to the end of the other list, without the parts that have no effect there. */
export function turnContainer(
  root: Editor['root'],
  document: Json,
  { list, index }: { readonly list: ContainerList; readonly index: number },
): { readonly document: Json; readonly list: ContainerList; readonly index: number } {
  const other: ContainerList = list === 'containers' ? 'init_containers' : 'containers';
  const from: JsonList = listAt(document, listPaths[list]) ?? [];
  const to: JsonList = listAt(document, listPaths[other]) ?? [];
  const lost = other === 'init_containers' ? lostParts(from[index]) : [];
  const trimmed = lost.reduce<Json>(
    (next, { key }) => clearAt(root, next, [...listPaths[list], index, key]),
    document,
  );
  const container = listAt(trimmed, listPaths[list])?.[index];
  if (container === undefined) return { document, list, index };
  const left = removeAt(listAt(trimmed, listPaths[list]) ?? [], index);
  const without =
    left.length === 0
      ? clearAt(root, trimmed, listPaths[list])
      : writeAt(root, trimmed, listPaths[list], left);
  return {
    document: writeAt(root, without, listPaths[other], insertAt(to, to.length, container)),
    list: other,
    index: to.length,
  };
}
