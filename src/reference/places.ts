import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';

/** A field at one of its locations in a body. */
export interface FieldPlace {
  /** In the notation of rule patterns: `deployment.template.containers[].name`. */
  readonly path: string;
  readonly key: string;
  readonly spec: FieldSpec;
  /** Set if only this edition or generation has the location, because of the field or one of its parents. */
  readonly edition?: Edition | undefined;
  readonly generation?: Generation | undefined;
}

/** A group at one of its locations, with its fields. */
export interface GroupPlace {
  /** Empty at the root; rows end in `[]`. */
  readonly path: string;
  readonly group: GroupSpec;
  readonly fields: readonly FieldPlace[];
}

/** All groups of a body at all their locations, outer ones first. */
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
