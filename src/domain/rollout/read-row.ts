import '#src/domain/core/zod-config.ts';
import * as z from 'zod/mini';
import { getIn } from '#src/json/get-in.ts';
import { parsePointer, toPointer } from '#src/json/path.ts';
import { asObject, isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { expandText, expandValue, type RolloutVariables } from './expand-variables.ts';
import {
  rolloutBody,
  type ExpandedRow,
  type RolloutAction,
  type SubjectKind,
} from './rollout-body.ts';
import { say } from './rollout-plan.ts';

/** One reason to refuse a rollout. `path` is a JSON pointer into the request, or into the body of row `id`. */
export interface RolloutProblem {
  readonly id?: string;
  readonly path?: string;
  readonly message: Text;
}

/** The longest name of a deployment. */
const MAX_NAME = 32;
const MAX_BODY_BYTES_OF_ROW = 1024 * 1024;

const ROW_ID = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;
export const rowSchema = z.looseObject({
  id: z.string().check(z.regex(ROW_ID, say('must be an ID', '必须是 ID'))),
  name: z.optional(z.string().check(z.maxLength(255))),
  values: z.optional(z.record(z.string(), z.json())),
});

export type RequestRow = z.infer<typeof rowSchema>;

/** The parts of a request that its rows depend on. */
interface RowRequest {
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
  row: RequestRow,
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
function variablesOf(row: RequestRow, index: number): RolloutVariables {
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

function refusePointer(pointer: string, action: RolloutAction): Text | undefined {
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

interface RowCheck {
  readonly request: RowRequest;
  readonly kind: SubjectKind;
  readonly body: JsonObject | undefined;
  readonly context: { readonly edition: Edition; readonly generation: Generation | undefined };
  readonly seen: { readonly id: Set<string>; readonly name: Set<string> };
}

export function checkRow(row: ExpandedRow, check: RowCheck): readonly RolloutProblem[] {
  const { request, kind, body, context, seen } = check;
  const { subject: id, name } = row;
  if (seen.id.has(id)) {
    return [{ id, message: { en: 'This ID is listed twice.', zh: '该 ID 重复出现。' } }];
  }
  seen.id.add(id);
  const problems: RolloutProblem[] = [];
  if (request.action === 'create') {
    if (seen.name.has(name)) {
      problems.push({
        id,
        path: '/name',
        message: { en: `Two rows have the name ${name}.`, zh: `有两行的名称都是 ${name}。` },
      });
    }
    seen.name.add(name);
    if (name.length > MAX_NAME) {
      problems.push({
        id,
        path: '/name',
        message: {
          en: `The name ${name} has more than ${MAX_NAME} characters.`,
          zh: `名称 ${name} 超过 ${MAX_NAME} 个字符。`,
        },
      });
    }
  }
  if (request.action === 'update') return checkUpdateRow(row, body, context);
  if (body === undefined) return problems;
  const filled = rolloutBody(body, request.action, kind, row);
  if (filled === undefined) {
    return [
      ...problems,
      {
        id,
        path: '/values',
        message: {
          en: 'The body has no place for one of the values: its parent does not exist.',
          zh: '有一个值在请求体中没有位置：其上级不存在。',
        },
      },
    ];
  }
  if (isLarge(JSON.stringify(filled))) return [...problems, { id, message: tooLarge }];
  if (problems.length > 0) return problems;
  return errorsOf(filled, context).map(({ path, message }) => ({
    id,
    path: toPointer(path),
    message,
  }));
}

const tooLarge: Text = {
  en: 'The expanded body is larger than 1 MiB.',
  zh: '展开后的请求体超过 1 MiB。',
};

function errorsOf(body: JsonObject, { edition, generation }: RowCheck['context']) {
  const context = generation === undefined ? { edition } : { edition, generation };
  return validate(body, context).filter(({ severity }) => severity === 'error');
}

/**
 * An update is put into the deployment as it is when its turn comes. So only what it names itself can be checked now:
 * the limits of its values, not what is missing nor how it fits the rest.
 */
function checkUpdateRow(
  row: ExpandedRow,
  body: JsonObject | undefined,
  context: RowCheck['context'],
): readonly RolloutProblem[] {
  const { subject: id, values = {} } = row;
  if (body === undefined && Object.keys(values).length === 0) {
    const message = {
      en: 'An update needs a body, or values in every row.',
      zh: '升级需要请求体，或每行都有取值。',
    };
    return [{ id, path: '/values', message }];
  }
  const bare = bareBody(body ?? NOTHING);
  if (isLarge(JSON.stringify([bare, values]))) return [{ id, message: tooLarge }];
  // Values may belong into parts that only the deployment has.
  const filled = rolloutBody(bare, 'update', 'deployment', row) ?? bare;
  return errorsOf(asCreate(filled), context)
    .filter(({ rule, kind }) => rule === undefined && kind !== 'missing')
    .filter(({ path }) => getIn(filled, path) !== undefined)
    .map(({ path, message }) => ({ id, path: toPointer(path), message }));
}

const NOTHING: JsonObject = {};
/** All rows of a rollout share one body. */
const bareBodies = new WeakMap<JsonObject, JsonObject>();

function bareBody(body: JsonObject): JsonObject {
  const known = bareBodies.get(body) ?? (withoutNulls(body) as JsonObject);
  bareBodies.set(body, known);
  return known;
}

/** Without the keys that an update removes. */
function withoutNulls(value: Json): Json {
  if (isJsonList(value)) return value.map(withoutNulls);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}

/** Encodes only texts that may be too large: a character takes up to three bytes. */
function isLarge(text: string): boolean {
  if (text.length * 3 <= MAX_BODY_BYTES_OF_ROW) return false;
  return new TextEncoder().encode(text).length > MAX_BODY_BYTES_OF_ROW;
}

/** An update as a create, with valid parts in place of those an update cannot change. */
function asCreate({ deployment, ...rest }: JsonObject): JsonObject {
  const changed = isJsonObject(deployment) ? { replicas: 1, ...deployment } : deployment;
  return {
    name: 'update',
    node_ids: ['00000000-0000-4000-8000-000000000000'],
    ...rest,
    deployment: changed ?? PLACEHOLDER,
  };
}

const PLACEHOLDER: JsonObject = {
  replicas: 1,
  template: { containers: [{ name: 'container-0', image_url: 'image:1' }] },
};
