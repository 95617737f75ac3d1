import type { FieldSpec } from '#src/domain/core/spec/field.ts';

/** The type of a spec in the notation of `page-rows.ts`. For tests. */
export function wireTypeOf(spec: FieldSpec): string {
  switch (spec.kind) {
    case 'text':
    case 'choice':
    case 'amount':
      return 'String';
    case 'integer':
      return 'Integer';
    case 'flag':
      return 'Boolean';
    case 'strings':
      return 'Array of strings';
    case 'rows':
      return `Array of ${spec.row.table}`;
    case 'group':
      return `object ${spec.table}`;
    case 'entries':
      return 'Map of strings';
  }
}
