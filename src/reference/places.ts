import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';

/** A field at one of the places where it stands in a body. */
export interface FieldPlace {
  /** As the patterns of rules write it: `deployment.template.containers[].name`. */
  readonly path: string;
  readonly key: string;
  readonly spec: FieldSpec;
  /** Set if only this edition, or generation, has the place: said by the field or by what it stands in. */
  readonly edition?: Edition | undefined;
  readonly generation?: Generation | undefined;
}

/** A group at one of the places where it stands, with its fields there. */
export interface GroupPlace {
  /** Empty at the root; a row ends in `[]`. */
  readonly path: string;
  readonly group: GroupSpec;
  readonly fields: readonly FieldPlace[];
}

/** Every group of a body, the outer ones first, each as often as it stands there. */
export function groupPlacesOf(root: GroupSpec): GroupPlace[] {
  return walk({ path: '', key: '', spec: root }, root);
}

function walk(owner: FieldPlace, group: GroupSpec): GroupPlace[] {
  const fields = Object.entries(group.fields).map(([key, spec]): FieldPlace => ({
    path: owner.path === '' ? key : `${owner.path}.${key}`,
    key,
    spec,
    edition: spec.edition ?? owner.edition,
    generation: spec.generation ?? owner.generation,
  }));
  const below = fields.flatMap((field) => {
    if (field.spec.kind === 'group') return walk(field, field.spec);
    if (field.spec.kind === 'rows')
      return walk({ ...field, path: `${field.path}[]` }, field.spec.row);
    return [];
  });
  return [{ path: owner.path, group, fields }, ...below];
}
