import { parsePointer, toPointer } from '#src/json/path.ts';
import { asObject, type Json } from '#src/json/value.ts';
import type { Text } from '#src/domain/core/text.ts';
import {
  expandText,
  expandValue,
  type ExpansionFailure,
  type ExpansionRoom,
  type RolloutVariables,
} from './expand-variables.ts';
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

/** In characters: what is longer never fits into a body. */
const MAX_ROW_EXPANSION = 1024 * 1024;

/** The name of a row, and its values with their variables replaced. `all` is the room for all rows together. */
export function expandRow(
  { action, body, namePattern }: RowRequest,
  row: SubjectRow,
  index: number,
  total: number,
  all: ExpansionRoom = { left: MAX_ROW_EXPANSION },
): { readonly row: ExpandedRow } | { readonly problem: RolloutProblem } {
  const { id, name = '', values } = row;
  const variables = variablesOf(row, index);
  const refuse = (path: string, message: Text) => ({ problem: { id, path, message } });
  const size = Math.min(MAX_ROW_EXPANSION, all.left);
  const room = { left: size };
  const refuseExpansion = (path: string, failure: ExpansionFailure) =>
    refuse(path, explainFailure(failure));
  let ownName = name;
  if (action === 'create') {
    const given = asObject(body).name;
    const base = typeof given === 'string' ? given : '';
    if (namePattern === undefined) ownName = total === 1 ? base : `${base}-${index + 1}`;
    else {
      const expanded = expandText(namePattern, variables, room);
      if (!('text' in expanded)) return refuseExpansion('/namePattern', expanded);
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
    const expanded = expandValue(value, variables, room);
    if (!('value' in expanded)) return refuseExpansion(path, expanded);
    expandedValues[pointer] = expanded.value;
  }
  all.left -= size - room.left;
  return { row: { subject: id, name: ownName, nodeName, values: expandedValues } };
}

function explainFailure(failure: ExpansionFailure): Text {
  if ('tooLong' in failure) {
    return {
      en: 'With its variables replaced, this is too long.',
      zh: '替换变量后内容过长。',
    };
  }
  const { unknown } = failure;
  return { en: `There is no variable {{${unknown}}}.`, zh: `没有变量 {{${unknown}}}。` };
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
