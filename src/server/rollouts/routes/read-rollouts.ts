import type { Context } from 'hono';
import type { SelectQueryBuilder } from 'kysely';
import type { AppEnv } from '#src/server/http/context/request-context.ts';
import { jsonHeaders } from '#src/server/http/kit/json-headers.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import {
  findHistory,
  findRollout,
  selectRollouts,
  type RolloutRecord,
} from '#src/server/rollouts/rows/rollout-records.ts';
import { countRows, rowStates } from '#src/server/rollouts/rows/count-rows.ts';
import type { StoreTables } from '#src/server/store/schema.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import type { RolloutCaller } from './rollout-access.ts';
import type { RolloutService, TargetPlace } from './rollout-service.ts';
import { viewRollout, viewRow } from './rollout-views.ts';

export type RolloutContext = Context<AppEnv>;

export function placeOfRollout({
  target,
  project_id: projectId,
  instance_id: instanceId,
}: Pick<RolloutRecord, 'target' | 'project_id' | 'instance_id'>): TargetPlace {
  return { target, projectId, instanceId };
}

export async function showRollout({ store }: RolloutService, id: string): Promise<Response> {
  const record = await findRollout(store, id);
  if (record === undefined) throw noSuchRollout();
  return answerJson(
    viewRollout(record, await countRows(store, id), await findHistory(store, id)),
    200,
  );
}

export async function listRollouts(
  c: RolloutContext,
  { store }: RolloutService,
  caller: RolloutCaller,
): Promise<Response> {
  const { limit, offset } = readPage(c, 100);
  const places = await store.db
    .selectFrom('rollouts')
    .select(['target', 'project_id', 'instance_id'])
    .distinct()
    .execute();
  const visible: (typeof places)[number][] = [];
  let isUnchecked = false;
  for (const place of places) {
    const access = await caller.maySee(placeOfRollout(place));
    if (access === 'yes') visible.push(place);
    if (access === 'unchecked') isUnchecked = true;
  }
  // Not the same as a list without these rollouts.
  const unchecked = isUnchecked ? { unchecked: true } : {};
  if (visible.length === 0) return answerJson({ count: 0, rollouts: [], ...unchecked }, 200);
  const { count } = await atPlaces(store.db.selectFrom('rollouts'), visible)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const records = await atPlaces(selectRollouts(store), visible)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const rollouts = [];
  for (const record of records) {
    const view = viewRollout(record, await countRows(store, record.id));
    rollouts.push({ ...view, firstName: await findFirstName(store, record.id) });
  }
  return answerJson({ count: Number(count), rollouts, ...unchecked }, 200);
}

/** The name of the first row, by which people know a rollout. */
async function findFirstName({ db }: RolloutService['store'], id: string): Promise<string> {
  const row = await db
    .selectFrom('rollout_rows')
    .select('name')
    .where('rollout_id', '=', id)
    .where('position', '=', 0)
    .executeTakeFirst();
  return row?.name ?? '';
}

function atPlaces<Selected>(
  query: SelectQueryBuilder<StoreTables, 'rollouts', Selected>,
  places: readonly Pick<RolloutRecord, 'target' | 'project_id' | 'instance_id'>[],
) {
  return query.where((where) => where.or(places.map((place) => where.and({ ...place }))));
}

export async function listRows(
  c: RolloutContext,
  { store }: RolloutService,
  record: RolloutRecord,
): Promise<Response> {
  const { id, total } = record;
  const { limit, offset } = readPage(c, 100);
  const wanted = c.req.query('state');
  const state = rowStates.find((state) => state === wanted);
  if (wanted !== undefined && state === undefined) {
    throw new HttpProblem('BUILDER.bad_query', `state must be one of ${rowStates.join(', ')}.`);
  }
  // Before the rows: events after it are then about changes that they may not show yet.
  const lastEventId = await latestEventId(store, id);
  let query = store.db.selectFrom('rollout_rows').selectAll().where('rollout_id', '=', id);
  if (state !== undefined) query = query.where('state', '=', state);
  const rows = await query.orderBy('position').limit(limit).offset(offset).execute();
  const count = state === undefined ? total : (await countRows({ db: store.db }, id))[state];
  return answerJson({ count, nodes: rows.map((row) => viewRow(row, record)), lastEventId }, 200);
}

/** Where a reader of the rows continues with events (`Last-Event-ID`), so that no change is missed between the two. */
async function latestEventId({ db }: ServerStore, id: string): Promise<string> {
  const { latest } = await db
    .selectFrom('rollout_rows')
    .select((select) => select.fn.max('revision').as('latest'))
    .where('rollout_id', '=', id)
    .executeTakeFirstOrThrow();
  return `${latest ?? 0}.0`;
}

const MAX_PAGE = 1000;

function readPage(
  c: RolloutContext,
  fallback: number,
): { readonly limit: number; readonly offset: number } {
  const read = (name: string, otherwise: number, max: number) => {
    const text = c.req.query(name);
    if (text === undefined) return otherwise;
    if (/^\d{1,6}$/.test(text) && Number(text) <= max) return Number(text);
    throw new HttpProblem('BUILDER.bad_query', `${name} must be a whole number up to ${max}.`);
  };
  return { limit: read('limit', fallback, MAX_PAGE), offset: read('offset', 0, 999_999) };
}

export function answerJson(value: object, status: number): Response {
  return Response.json(value, { status, headers: jsonHeaders });
}

export function noSuchRollout(): HttpProblem {
  return new HttpProblem('BUILDER.not_found', 'There is no such rollout.');
}
