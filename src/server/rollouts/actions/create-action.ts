import { asObject } from '#src/json/value.ts';
import { classifyCandidates } from '#src/domain/lookup/candidates.ts';
import { advanceLookup, foundDeployment } from '#src/domain/lookup/lookup.ts';
import type { DeploymentListing } from '#src/domain/lookup/deployment-record.ts';
import { rolloutBodyText } from '#src/domain/rollout/rollout-body.ts';
import type { RolloutRow, RowPatch } from '#src/server/rollouts/rows/claim-rows.ts';
import { explainByPods } from './explain-late.ts';
import { hasReadyInstances, isFailedCall, listByIds, listByName } from './listed-records.ts';
import {
  acceptRow,
  failRow,
  readyRow,
  saysGone,
  type ActionContext,
  type RowAction,
} from './row-action.ts';

/** Creates one deployment for each row. */
export const createAction: RowAction = {
  async prepare(row, context) {
    const body = context.bodyOf(row);
    if (body === undefined) return { kind: 'settled', patch: erased };
    const listing = await listByName(context.call, row.name);
    if (isFailedCall(listing)) return { kind: 'failed', outcome: listing };
    const patch = settleByName(listing, row, context);
    if (patch !== undefined) return { kind: 'settled', patch };
    const key = `rollout-${row.claim ?? ''}-${row.position}`;
    return {
      kind: 'send',
      call: { endpoint: 'createDeployment', body: rolloutBodyText(body), key },
    };
  },
  accept(json, row) {
    const { id, name } = asObject(json);
    return typeof id === 'string' && name === row.name ? acceptRow(id) : undefined;
  },
  async explainRefusal({ code, message, status }, row, context) {
    // The service refuses a second deployment of a name; it may even be the one that an earlier request created.
    const listing =
      status === 400 || status === 409 ? await listByName(context.call, row.name) : undefined;
    if (listing === undefined) return failRow(code, message);
    if (!isFailedCall(listing))
      return settleByName(listing, row, context) ?? failRow(code, message);
    return row.unsettled_since === null ? failRow(code, message) : { state: 'unknown' };
  },
  async lookUp(row, lookup, context, now) {
    const polling = advanceLookup(lookup, { type: 'poll', at: now() });
    const listing = await listByName(context.call, row.name);
    if (isFailedCall(listing)) return { kind: 'failed', outcome: listing };
    const listed = advanceLookup(polling, { type: 'listed', at: now(), listing });
    const found = foundDeployment(listed);
    if (found !== undefined) return { kind: 'settled', patch: acceptRow(found.id) };
    if (listed.verdict === 'ambiguous') return { kind: 'settled', patch: ambiguous };
    const { others = [], earlier = [] } = listed.candidates ?? {};
    if (others.length + earlier.length > 0) return { kind: 'settled', patch: nameTaken };
    if (listed.verdict === 'notFound') return { kind: 'absent' };
    // A list that never becomes complete decides nothing.
    if (listed.phase === 'stopped') return { kind: 'settled', patch: ambiguous };
    return { kind: 'waiting', lookup: listed };
  },
  async checkReady(rows, context) {
    const byId = new Map(rows.map((row) => [row.deployment_id ?? '', row]));
    const listed = await listByIds(context.call, new Set(byId.keys()));
    if (isFailedCall(listed)) return listed;
    const patches = new Map<number, RowPatch>();
    for (const [id, row] of byId) {
      const record = listed.records.get(id);
      if (record !== undefined && hasReadyInstances(record)) patches.set(row.position, readyRow);
      if (record !== undefined || !listed.isWhole) continue;
      const shown = await context.call({ endpoint: 'showDeployment', id });
      if (saysGone(shown)) patches.set(row.position, gone);
    }
    return patches;
  },
  explainLate: (row, context) => explainByPods(row, context),
};

const erased = failRow('erased', 'The bodies of this rollout were erased.');
const gone = failRow('gone', 'The deployment was deleted before it was ready.');
const nameTaken = failRow('name_taken', 'A deployment of this name already exists.');
const ambiguous = failRow(
  'ambiguous',
  'It is not certain which deployment of this name belongs to the rollout, if any.',
);

/** Judges the deployments that have a row's name before it is sent; undefined if the name is free. */
function settleByName(
  listing: DeploymentListing,
  row: RolloutRow,
  context: ActionContext,
): RowPatch | undefined {
  const { deployments, clockOffsetMs, isComplete } = listing;
  if (deployments.length === 0) return isComplete ? undefined : ambiguous;
  // Nothing was sent that could have created it.
  if (row.unsettled_since === null) return nameTaken;
  const { matches, undated } = classifyCandidates(deployments, {
    body: JSON.stringify(context.bodyOf(row)),
    sentAt: row.unsettled_since,
    clockOffsetMs,
  });
  if (matches.length + undated.length === 0) return nameTaken;
  return matches.length === 1 && undated.length === 0 ? acceptRow(matches[0]!.id) : ambiguous;
}
