import type { EntriesSpec, FieldFacts, Fields, GroupSpec, RowsSpec } from './field.ts';
import type { Text } from '../text.ts';

type GroupOptions = FieldFacts & {
  name: string;
  fields: Fields;
  oneOf?: readonly string[];
  implied?: boolean;
  remembered?: boolean;
};

/** An object field with its members under the keys of the API, in the order shown. */
export function groupField<const O extends GroupOptions>(
  options: O,
): { readonly kind: 'group' } & O & GroupSpec {
  return { ...options, kind: 'group' };
}

type RowsOptions = FieldFacts & {
  row: GroupSpec;
  item: Text;
  minItems?: number;
  limit?: Text;
};

export function rowsField<const O extends RowsOptions>(
  options: O,
): { readonly kind: 'rows' } & O & RowsSpec {
  return { ...options, kind: 'rows' };
}

type EntriesOptions = FieldFacts & { key: Text; value: Text };

/** An object of strings under arbitrary keys. */
export function entriesField<const O extends EntriesOptions>(
  options: O,
): { readonly kind: 'entries' } & O & EntriesSpec {
  return { ...options, kind: 'entries' };
}
