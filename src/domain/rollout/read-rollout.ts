import '#src/domain/core/zod-config.ts';
import * as z from 'zod/mini';
import type { core } from 'zod/mini';
import { toPointer } from '#src/json/path.ts';
import { asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { checkRow } from './check-row.ts';
import { expandRow, updateChanges, type SubjectRow, type RolloutProblem } from './expand-row.ts';
import type { ExpandedRow, RolloutAction, SubjectKind } from './rollout-body.ts';
import { planMessage, rolloutPlanSchema, say } from './rollout-plan.ts';
import { waveEnds, type RolloutPlan } from './waves.ts';

export interface RolloutChecks {
  readonly edition: Edition;
  readonly generation: Generation | undefined;
  /** Called before each row, so that thousands of them do not block other requests. */
  readonly breathe: () => Promise<void>;
  /** Default 100: more help no one who cannot see them all. */
  readonly maxProblems?: number;
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

const MAX_ROLLOUT_ROWS = 10_000;
const MAX_PROBLEMS = 100;
/** What variables may add to the values of all rows together, in characters; without them a request has 8 MiB. */
const MAX_EXPANSION = 32 * 1024 * 1024;

const ROW_ID = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;
const rowSchema = z.looseObject({
  id: z.string().check(z.regex(ROW_ID, say('must be an ID', '必须是 ID'))),
  name: z.optional(z.string().check(z.maxLength(255))),
  values: z.optional(z.record(z.string(), z.json())),
});

const rowsSchema = z
  .array(rowSchema)
  .check(
    z.minLength(1, say('must have at least one row', '至少需要一行')),
    z.maxLength(
      MAX_ROLLOUT_ROWS,
      say(`must have at most ${MAX_ROLLOUT_ROWS} rows`, `最多 ${MAX_ROLLOUT_ROWS} 行`),
    ),
  );

const requestSchema = z.strictObject({
  target: z.string(),
  projectId: z.string(),
  instanceId: z.optional(z.string()),
  generation: z.optional(z.enum(['2024-04', '2025'])),
  action: z.enum(
    ['create', 'update', 'delete'],
    say('must be create, update or delete', '必须是 create、update 或 delete'),
  ),
  body: z.optional(z.json()),
  namePattern: z.optional(z.string().check(z.maxLength(255))),
  nodes: z.optional(rowsSchema),
  groups: z.optional(rowsSchema),
  deployments: z.optional(rowsSchema),
  plan: z.prefault(rolloutPlanSchema, {}),
});

type RolloutRequest = z.infer<typeof requestSchema>;

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
    return { problems: [{ path: '/plan/waves', message: badWaves }] };
  }
  const maxProblems = context.maxProblems ?? MAX_PROBLEMS;
  const body = request.body === undefined ? undefined : asObject(request.body);
  const rows: ExpandedRow[] = [];
  const problems: RolloutProblem[] = [];
  const seen = { id: new Set<string>(), name: new Set<string>() };
  const room = { left: MAX_EXPANSION };
  for (const [index, row] of requested.entries()) {
    if (problems.length >= maxProblems) break;
    await context.breathe();
    const expanded = expandRow(request, row, index, requested.length, room);
    if ('problem' in expanded) {
      problems.push(expanded.problem);
      continue;
    }
    problems.push(...checkRow(expanded.row, { request, kind, body, context, seen }));
    rows.push(expanded.row);
  }
  if (problems.length > 0) return { problems: problems.slice(0, maxProblems) };
  return { rollout: { action: request.action, kind, body, plan: request.plan, ends, rows } };
}

const badWaves: Text = {
  en: 'Waves are cumulative: each must be at least the one before, and the last 100%.',
  zh: '批次按累计值填写：每一批不得小于前一批，最后一批须为 100%。',
};

function schemaProblems({ issues }: core.$ZodError): readonly RolloutProblem[] {
  return issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => ({
    path: toPointer(path.map((key) => (typeof key === 'number' ? key : String(key)))),
    message: planMessage(message),
  }));
}

function findSubjects({
  action,
  nodes,
  groups,
  deployments,
}: RolloutRequest):
  | { readonly kind: SubjectKind; readonly rows: readonly SubjectRow[] }
  | { readonly problem: RolloutProblem } {
  const given = [nodes, groups, deployments].filter((rows) => rows !== undefined).length;
  if (action === 'create') {
    if (given === 1 && nodes !== undefined) return { kind: 'node', rows: nodes };
    if (given === 1 && groups !== undefined) return { kind: 'group', rows: groups };
    return {
      problem: {
        message: {
          en: 'A create needs exactly one of nodes and groups.',
          zh: 'create 须且仅须 nodes 和 groups 之一。',
        },
      },
    };
  }
  if (given === 1 && deployments !== undefined) return { kind: 'deployment', rows: deployments };
  return {
    problem: {
      message: {
        en: `A rollout of the action ${action} needs deployments only.`,
        zh: `${action} 只能且必须使用 deployments。`,
      },
    },
  };
}

function checkBodyShape({ action, body, namePattern }: RolloutRequest): RolloutProblem | undefined {
  if (namePattern !== undefined && action !== 'create') {
    return {
      path: '/namePattern',
      message: { en: 'Only a create has a name pattern.', zh: '只有 create 使用名称模板。' },
    };
  }
  if (action === 'delete') {
    const message = { en: 'A delete has no body.', zh: 'delete 没有请求体。' };
    return body === undefined ? undefined : { path: '/body', message };
  }
  // The values of the rows may be all that an update changes.
  if (action === 'update' && body === undefined) return undefined;
  if (!isJsonObject(body)) {
    return {
      path: '/body',
      message: { en: 'The body must be an object.', zh: '请求体必须是对象。' },
    };
  }
  if (action === 'create') return undefined;
  const keys = Object.keys(body);
  const other = keys.find((key) => key !== 'description' && key !== 'deployment');
  if (other === undefined && keys.length > 0) return undefined;
  return {
    path: other === undefined ? '/body' : toPointer(['body', other]),
    message: updateChanges,
  };
}
