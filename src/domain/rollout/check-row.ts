import { getIn } from '#src/json/get-in.ts';
import { toPointer } from '#src/json/path.ts';
import { isLargerThan } from '#src/json/utf8-size.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import type { RolloutProblem, RowRequest } from './expand-row.ts';
import { rolloutBody, type ExpandedRow, type SubjectKind } from './rollout-body.ts';

/** The longest name of a deployment. */
const MAX_NAME = 32;
const MAX_BODY_BYTES_OF_ROW = 1024 * 1024;

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
        message: {
          en: `Two rows have the name ${name}.`,
          zh: `有两行的名称都是 ${name}。`,
        },
        fix: {
          en: 'Add {{n}} or {{node.name}} to the name pattern.',
          zh: '请在名称模板中加入 {{n}} 或 {{node.name}}。',
        },
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
        fix: {
          en: `Shorten it by ${name.length - MAX_NAME}.`,
          zh: `请缩短 ${name.length - MAX_NAME} 个字符。`,
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
  if (isLargerThan(JSON.stringify(filled), MAX_BODY_BYTES_OF_ROW))
    return [...problems, { id, message: tooLarge }];
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
  if (isLargerThan(JSON.stringify([bare, values]), MAX_BODY_BYTES_OF_ROW))
    return [{ id, message: tooLarge }];
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
