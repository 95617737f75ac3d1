import { z } from 'zod';
import { parsePointer, toPointer } from '#src/json/path.ts';
import { asObject, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import type { RolloutAction, SubjectKind } from '#src/server/store/schema.ts';
import { expandText, expandValue, type RolloutVariables } from './expand-variables.ts';
import { rolloutBody, type ExpandedRow } from './rollout-body.ts';
import { rolloutPlanSchema, waveEnds, type RolloutPlan } from './rollout-plan.ts';

/** One reason to refuse a rollout. `path` is a JSON pointer into the request, or into the body of row `id`. */
export interface RolloutProblem {
  readonly id?: string;
  readonly path?: string;
  readonly message: string;
}

/** A rollout that may be stored. */
export interface ReadyRollout {
  readonly action: RolloutAction;
  readonly kind: SubjectKind;
  readonly body: JsonObject | undefined;
  readonly plan: RolloutPlan;
  readonly ends: readonly number[];
  readonly rows: readonly ExpandedRow[];
}

export type RolloutReading =
  | { readonly rollout: ReadyRollout; readonly problems?: undefined }
  | { readonly problems: readonly RolloutProblem[] };

export interface RolloutChecks {
  readonly edition: Edition;
  readonly generation: Generation | undefined;
  /** Called between rows, so that thousands of them do not block other requests. */
  readonly breathe: () => Promise<void>;
}

const MAX_ROLLOUT_ROWS = 10_000;
const MAX_NAME = 32;
const MAX_BODY_BYTES_OF_ROW = 1024 * 1024;
/** More problems help no one. */
const MAX_PROBLEMS = 100;
const ROWS_PER_BREATH = 25;

const id = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/, 'must be an ID');
const rowSchema = z.looseObject({
  id,
  name: z.string().max(255).optional(),
  values: z.record(z.string(), z.json()).optional(),
});
const rowsSchema = z
  .array(rowSchema)
  .min(1, 'must have at least one row')
  .max(MAX_ROLLOUT_ROWS, `must have at most ${MAX_ROLLOUT_ROWS} rows`);

const requestSchema = z.strictObject({
  target: z.string(),
  projectId: z.string(),
  instanceId: z.string().optional(),
  generation: z.enum(['2024-04', '2025']).optional(),
  action: z.enum(['create', 'update', 'delete'], 'must be create, update or delete'),
  body: z.json().optional(),
  namePattern: z.string().max(255).optional(),
  nodes: rowsSchema.optional(),
  groups: rowsSchema.optional(),
  deployments: rowsSchema.optional(),
  plan: rolloutPlanSchema.prefault({}),
});

type RolloutRequest = z.infer<typeof requestSchema>;
type RequestRow = z.infer<typeof rowSchema>;

/** Checks a request completely and expands its rows. Nothing is stored or sent before every row is valid. */
export async function readRollout(value: unknown, context: RolloutChecks): Promise<RolloutReading> {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success) return { problems: schemaProblems(parsed.error) };
  const request = parsed.data;
  const subjects = findSubjects(request);
  if ('problem' in subjects) return { problems: [subjects.problem] };
  const bodyProblem = checkBodyShape(request);
  if (bodyProblem !== undefined) return { problems: [bodyProblem] };
  const { kind, rows: requested } = subjects;
  const ends = waveEnds(request.plan.waves, requested.length);
  if (ends === undefined) {
    const message =
      'Waves are cumulative: each must be at least the one before, and the last 100%.';
    return { problems: [{ path: '/plan/waves', message }] };
  }
  const body = request.action === 'delete' ? undefined : asObject(request.body);
  const rows: ExpandedRow[] = [];
  const problems: RolloutProblem[] = [];
  const seen = { id: new Set<string>(), name: new Set<string>() };
  for (const [index, row] of requested.entries()) {
    if (problems.length >= MAX_PROBLEMS) break;
    if (index % ROWS_PER_BREATH === 0) await context.breathe();
    const expanded = expandRow(request, row, index, requested.length);
    if ('problem' in expanded) {
      problems.push(expanded.problem);
      continue;
    }
    problems.push(...checkRow(expanded.row, { request, kind, body, context, seen }));
    rows.push(expanded.row);
  }
  if (problems.length > 0) return { problems: problems.slice(0, MAX_PROBLEMS) };
  return { rollout: { action: request.action, kind, body, plan: request.plan, ends, rows } };
}

function schemaProblems({ issues }: z.ZodError): readonly RolloutProblem[] {
  return issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => ({
    path: toPointer(path.map((key) => (typeof key === 'number' ? key : String(key)))),
    message,
  }));
}

function findSubjects({
  action,
  nodes,
  groups,
  deployments,
}: RolloutRequest):
  | { readonly kind: SubjectKind; readonly rows: readonly RequestRow[] }
  | { readonly problem: RolloutProblem } {
  const given = [nodes, groups, deployments].filter((rows) => rows !== undefined).length;
  if (action !== 'create')
    return { problem: { path: '/action', message: 'This server supports only create.' } };
  if (action === 'create') {
    if (given === 1 && nodes !== undefined) return { kind: 'node', rows: nodes };
    if (given === 1 && groups !== undefined) return { kind: 'group', rows: groups };
    return { problem: { message: 'A create needs exactly one of nodes and groups.' } };
  }
  if (given === 1 && deployments !== undefined) return { kind: 'deployment', rows: deployments };
  return { problem: { message: `A rollout of the action ${action} needs deployments only.` } };
}

function checkBodyShape({ action, body, namePattern }: RolloutRequest): RolloutProblem | undefined {
  if (namePattern !== undefined && action !== 'create') {
    return { path: '/namePattern', message: 'Only a create has a name pattern.' };
  }
  if (action === 'delete') {
    return body === undefined ? undefined : { path: '/body', message: 'A delete has no body.' };
  }
  if (!isJsonObject(body)) return { path: '/body', message: 'The body must be an object.' };
  if (action === 'create') return undefined;
  const keys = Object.keys(body);
  const other = keys.find((key) => key !== 'description' && key !== 'deployment');
  if (other === undefined && keys.length > 0) return undefined;
  return {
    path: other === undefined ? '/body' : toPointer(['body', other]),
    message: 'An update changes only the description and the deployment.',
  };
}

/** The name of a row, and its values with their variables replaced. */
function expandRow(
  { action, body, namePattern }: RolloutRequest,
  row: RequestRow,
  index: number,
  total: number,
): { readonly row: ExpandedRow } | { readonly problem: RolloutProblem } {
  const { id, name = '', values } = row;
  const variables = variablesOf(row, index);
  const refuse = (path: string, message: string) => ({ problem: { id, path, message } });
  const refuseVariable = (path: string, unknown: string) =>
    refuse(path, `There is no variable {{${unknown}}}.`);
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
  if (values === undefined) return { row: { subject: id, name: ownName, values } };
  const expandedValues: Record<string, Json> = {};
  for (const [pointer, value] of Object.entries(values)) {
    const path = toPointer(['values', pointer]);
    const message = refusePointer(pointer, action);
    if (message !== undefined) return refuse(path, message);
    const expanded = expandValue(value, variables);
    if ('unknown' in expanded) return refuseVariable(path, expanded.unknown);
    expandedValues[pointer] = expanded.value;
  }
  return { row: { subject: id, name: ownName, values: expandedValues } };
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

function refusePointer(pointer: string, action: RolloutAction): string | undefined {
  const keys = parsePointer(pointer);
  if (keys === undefined || keys.length === 0) return 'The key must be a JSON pointer (RFC 6901).';
  const [first = ''] = keys;
  if (action === 'delete') return 'A delete has no values.';
  if (action === 'create' && ['name', 'node_ids', 'group_id'].includes(first)) {
    return 'The rollout sets the name and the target itself; use namePattern and the rows.';
  }
  if (action === 'update' && first !== 'description' && first !== 'deployment') {
    return 'An update changes only the description and the deployment.';
  }
  return undefined;
}

interface RowCheck {
  readonly request: RolloutRequest;
  readonly kind: SubjectKind;
  readonly body: JsonObject | undefined;
  readonly context: RolloutChecks;
  readonly seen: { readonly id: Set<string>; readonly name: Set<string> };
}

function checkRow(row: ExpandedRow, check: RowCheck): readonly RolloutProblem[] {
  const { request, kind, body, context, seen } = check;
  const { subject: id, name } = row;
  if (seen.id.has(id)) return [{ id, message: 'This ID is listed twice.' }];
  seen.id.add(id);
  const problems: RolloutProblem[] = [];
  if (request.action === 'create') {
    if (seen.name.has(name))
      problems.push({ id, path: '/name', message: `Two rows have the name ${name}.` });
    seen.name.add(name);
    if (name.length > MAX_NAME) {
      problems.push({
        id,
        path: '/name',
        message: `The name ${name} has more than ${MAX_NAME} characters.`,
      });
    }
  }
  if (body === undefined) return problems;
  const filled = rolloutBody(body, request.action, kind, row);
  if (filled === undefined) {
    return [
      ...problems,
      {
        id,
        path: '/values',
        message: 'The body has no place for one of the values: its parent does not exist.',
      },
    ];
  }
  if (Buffer.byteLength(JSON.stringify(filled)) > MAX_BODY_BYTES_OF_ROW) {
    return [...problems, { id, message: 'The expanded body is larger than 1 MiB.' }];
  }
  if (problems.length > 0) return problems;
  const whole = request.action === 'create' ? filled : asCreate(filled);
  return validate(
    whole,
    context.generation === undefined
      ? { edition: context.edition }
      : { edition: context.edition, generation: context.generation },
  )
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => ({ id, path: toPointer(path), message: message.en }));
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
