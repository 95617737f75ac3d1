import { parsePointer, toPointer } from '#src/json/path.ts';
import { asObject, type Json } from '#src/json/value.ts';
import type { Text } from '#src/domain/core/text.ts';
import { expandText, expandValue, type RolloutVariables } from './expand-variables.ts';
import type { ExpandedRow, RolloutAction } from './rollout-body.ts';

/** One reason to refuse a rollout. `path` is a JSON pointer into the request, or into the body of row `id`. */
export interface RolloutProblem {
  readonly id?: string;
  readonly path?: string;
  readonly message: Text;
  /** The correct value, where it is known. Not part of the API. */
  readonly fix?: Text;
}

/** A row of a request, with its own columns. */
export interface SubjectRow {
  readonly id: string;
  readonly name?: string | undefined;
  readonly values?: Readonly<Record<string, Json>> | undefined;
  readonly [column: string]: unknown;
}

/** The parts of a request that its rows depend on. */
export interface RowRequest {
  readonly action: RolloutAction;
  readonly body?: Json | undefined;
  readonly namePattern?: string | undefined;
}

export const updateChanges: Text = {
  en: 'An update changes only the description and the deployment.',
  zh: '升级只能更改 description 和 deployment。',
};

/** The name of a row, and its values with their variables replaced. */
export function expandRow(
  { action, body, namePattern }: RowRequest,
  row: SubjectRow,
  index: number,
  total: number,
): { readonly row: ExpandedRow } | { readonly problem: RolloutProblem } {
  const { id, name = '', values } = row;
  const variables = variablesOf(row, index);
  const refuse = (path: string, message: Text) => ({ problem: { id, path, message } });
  const refuseVariable = (path: string, unknown: string) =>
    refuse(path, {
      en: `There is no variable {{${unknown}}}.`,
      zh: `没有变量 {{${unknown}}}。`,
    });
  let ownName = name;
  if (action === 'create') {
    const given = asObject(body).name;
    const base = typeof given === 'string' ? given : '';
    if (namePattern === undefined) ownName = total === 1 ? base : `${base}-${index + 1}`;
    else {
      const expanded = expandText(namePattern, variables);
      if ('unknown' in expanded) return refuseVariable('/namePattern', expanded.unknown);
      ownName = expanded.text;
    }
  }
  const nodeName = action === 'create' && name !== '' ? name : undefined;
  if (values === undefined) return { row: { subject: id, name: ownName, nodeName, values } };
  const expandedValues: Record<string, Json> = {};
  for (const [pointer, value] of Object.entries(values)) {
    const path = toPointer(['values', pointer]);
    const message = refusePointer(pointer, action);
    if (message !== undefined) return refuse(path, message);
    const expanded = expandValue(value, variables);
    if ('unknown' in expanded) return refuseVariable(path, expanded.unknown);
    expandedValues[pointer] = expanded.value;
  }
  return { row: { subject: id, name: ownName, nodeName, values: expandedValues } };
}

/** `n`, `node.id`, `node.name`, and the row's own columns. */
function variablesOf(row: SubjectRow, index: number): RolloutVariables {
  const { id, name, values: _, ...columns } = row;
  const variables = new Map<string, string>();
  for (const [column, value] of Object.entries(columns)) {
    if (typeof value === 'string' || typeof value === 'number')
      variables.set(column, String(value));
  }
  variables.set('n', String(index + 1)).set('node.id', id);
  if (name !== undefined) variables.set('node.name', name);
  return variables;
}

/** Why a value may not be at a pointer. */
export function refusePointer(pointer: string, action: RolloutAction): Text | undefined {
  const keys = parsePointer(pointer);
  if (keys === undefined || keys.length === 0) {
    return {
      en: 'The key must be a JSON pointer (RFC 6901).',
      zh: '键必须是 JSON 指针（RFC 6901）。',
    };
  }
  const [first = ''] = keys;
  if (action === 'delete') return { en: 'A delete has no values.', zh: 'delete 没有取值。' };
  if (action === 'create' && ['name', 'node_ids', 'group_id'].includes(first)) {
    return {
      en: 'The rollout sets the name and the target itself; use namePattern and the rows.',
      zh: '名称和目标由批量部署自动设置，请使用 namePattern 和各行。',
    };
  }
  if (action === 'update' && first !== 'description' && first !== 'deployment') {
    return updateChanges;
  }
  return undefined;
}
