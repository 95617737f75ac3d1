import type { Text } from '#src/domain/core/text.ts';
import { asList, asObject, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { toPlanTexts, type PlanTexts } from './plan-texts.ts';
import type { PlannedRollout, PlannedRow, RolloutPlace } from './planned-rollout.ts';
import { planDefaults, type RolloutPlan } from './waves.ts';

/** A plan with the place that its file names. */
export interface PlanFile extends PlannedRollout {
  /** Undefined if the file names no target or no project. */
  readonly place: Omit<RolloutPlace, 'generation'> | undefined;
}

/** Reads the body of `POST /api/rollouts` back into a plan. Its rows are checked like those of any other plan. */
export function readPlanFile(text: string): PlanFile | Text {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return notPlan;
  }
  const file = asObject(json);
  const { action, body, namePattern, nodes, groups, deployments, plan } = file;
  const kind = nodes !== undefined ? 'node' : groups !== undefined ? 'group' : 'deployment';
  const rows = asList(nodes ?? groups ?? deployments).map(toRow);
  if (action !== 'create' && action !== 'update' && action !== 'delete') return notPlan;
  if (rows.length === 0 || rows.includes(undefined)) return notPlan;
  return {
    action,
    kind,
    body: isJsonObject(body) ? body : undefined,
    namePattern: typeof namePattern === 'string' ? namePattern : '{{n}}',
    rows: rows as readonly PlannedRow[],
    settings: toSettings(asObject(plan)),
    place: placeOf(file),
  };
}

function placeOf({ target, projectId, instanceId }: JsonObject): PlanFile['place'] {
  if (typeof target !== 'string' || typeof projectId !== 'string') return undefined;
  return { target, projectId, instanceId: typeof instanceId === 'string' ? instanceId : '' };
}

const notPlan: Text = {
  en: 'The file is not the plan of a rollout.',
  zh: '该文件不是批量部署计划。',
};

function toRow(value: Json): PlannedRow | undefined {
  const { id, name, values, ...others } = asObject(value);
  if (typeof id !== 'string') return undefined;
  const columns = Object.entries(others).map(([title, cell]) => [title, String(cell)]);
  return {
    id,
    ...(typeof name === 'string' && { name }),
    ...(isJsonObject(values) && { values }),
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) as Record<string, string> }),
  };
}

/** Settings that are wrong are shown as they are written, and marked in the form. */
function toSettings(plan: JsonObject): PlanTexts {
  const { waves, goOnAt, gate, ...others } = { ...planDefaults, ...plan };
  return toPlanTexts({
    ...planDefaults,
    ...(others as Partial<RolloutPlan>),
    waves: asList(waves).map(String),
    goOnAt: String(goOnAt),
    gate: gate === 'manual' ? 'manual' : 'auto',
  });
}
