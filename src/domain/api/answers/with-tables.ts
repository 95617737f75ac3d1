import type { FieldSpec } from '#src/domain/core/spec/field.ts';

/** A spec returned by {@link withTables}: identical at every level except for the table. */
export type Retabled<S> = S extends { kind: 'group'; fields: infer F }
  ? Omit<S, 'table' | 'fields'> & {
      readonly table?: number;
      readonly fields: { readonly [K in keyof F]: Retabled<F[K]> };
    }
  : S extends { kind: 'rows'; row: infer R }
    ? Omit<S, 'table' | 'row'> & { readonly table?: number; readonly row: Retabled<R> }
    : Omit<S, 'table'> & { readonly table?: number };

/**
 * A spec of the request as repeated in another body, with the tables that define its parts there. `tableOf`
 * returns undefined if no table of the page does. Parts without a table keep none.
 */
export function withTables<const S extends FieldSpec>(
  spec: S,
  tableOf: (table: number) => number | undefined,
): Retabled<S> {
  return retable(spec, tableOf) as unknown as Retabled<S>;
}

function retable(spec: FieldSpec, tableOf: (table: number) => number | undefined): FieldSpec {
  const table = spec.table === undefined ? undefined : tableOf(spec.table);
  if (spec.kind === 'rows') {
    const { row } = spec;
    const rowTable = row.table === undefined ? undefined : tableOf(row.table);
    return { ...spec, table, row: { ...row, table: rowTable, fields: retableAll(row.fields) } };
  }
  if (spec.kind === 'group') return { ...spec, table, fields: retableAll(spec.fields) };
  return { ...spec, table };

  function retableAll(fields: Readonly<Record<string, FieldSpec>>) {
    return Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, retable(field, tableOf)]),
    );
  }
}
