import { contradictionsOf } from '#src/convert/merge/compare-sent.ts';
import { applyUpdate } from '#src/convert/merge/apply-update.ts';
import { mergeDocuments } from '#src/convert/merge/merge-documents.ts';
import { diffDocuments } from '#src/convert/diff/diff-documents.ts';
import { updateBodyOf } from '#src/domain/api/record-document.ts';
import { progressSince } from '#src/domain/health/baseline.ts';
import { asObject, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { rolloutBodyText } from '#src/domain/rollout/rollout-body.ts';
import type { RolloutRow, RowPatch } from '#src/server/rollouts/rows/claim-rows.ts';
import { explainByPods } from './explain-late.ts';
import { createAction } from './create-action.ts';
import { isFailedCall } from './listed-records.ts';
import {
  gone,
  hasOfflineNode,
  isUnread,
  lookedInVain,
  readLive,
  type LiveDeployment,
} from './live-deployment.ts';
import { firstNewError } from './first-new-error.ts';
import { readPods } from './read-pods.ts';
import { baselineOf, readBaseline, type RowBaseline, type RowPod } from './row-baseline.ts';
import {
  acceptRow,
  failRow,
  readyRow,
  saysGone,
  type FailedCall,
  type RowAction,
  type RowChange,
} from './row-action.ts';

/**
 * Updates one deployment for each row. What a row sends is made from the deployment as it is then: what the rollout
 * does not change stays, even if others have just added it.
 */
export const updateAction: RowAction = {
  async prepare(row, context) {
    const [live, pods] = await Promise.all([
      readLive(context.call, row.subject),
      readPods(context.call, [row.subject]),
    ]);
    if (live === 'gone') return { kind: 'settled', patch: gone };
    if (isUnread(live)) return { kind: 'failed', outcome: live };
    if (isFailedCall(pods)) return { kind: 'failed', outcome: pods };
    const { name, nodes, document } = live;
    if (live.isDeleting) return { kind: 'settled', patch: { ...deleting, name } };
    const kept = row.unsettled_since === null ? undefined : readBaseline(row);
    if (kept?.sent !== undefined && hasEffect(kept, live)) {
      return { kind: 'settled', patch: { ...acceptRow(row.subject), name } };
    }
    const wanted =
      kept?.sent === undefined
        ? changedDocument(document, context.changeOf(row))
        : changedAgain(document, kept);
    if (wanted === undefined) return { kind: 'settled', patch: { ...noPlace, name } };
    if (wanted === 'conflict') return { kind: 'settled', patch: { ...ambiguous, name } };
    const sent = changedParts(document, wanted);
    const previous = kept?.previous ?? document;
    if (sent === undefined) {
      const baseline = JSON.stringify({ nodes, pods: null, ...kept });
      return { kind: 'settled', patch: { ...acceptRow(row.subject), name, baseline } };
    }
    const error = firstNewError(document, wanted, context.record);
    if (error !== undefined)
      return { kind: 'settled', patch: { ...failRow('invalid', error), name } };
    if (hasOfflineNode(nodes, context)) {
      return { kind: 'offline', name, baseline: JSON.stringify({ ...kept, nodes }) };
    }
    const baseline: RowBaseline = {
      nodes,
      previous,
      sent,
      pods: startsInstances(document, sent) ? baselineOf(pods, context.wall()) : null,
    };
    const body = rolloutBodyText(sent);
    return {
      kind: 'send',
      call: { endpoint: 'updateDeployment', id: row.subject, body },
      baseline: JSON.stringify(baseline),
      name,
    };
  },
  accept: (json, { subject }) => (asObject(json).id === subject ? acceptRow(subject) : undefined),
  explainRefusal: (outcome) =>
    Promise.resolve(saysGone(outcome) ? gone : failRow(outcome.code, outcome.message)),
  async lookUp(row, lookup, context, now) {
    const startedAt = now();
    const baseline = readBaseline(row);
    // It is stored before anything is sent.
    if (baseline?.sent === undefined) return { kind: 'absent' };
    const live = await readLive(context.call, row.subject);
    if (live === 'gone') return { kind: 'settled', patch: gone };
    if (isUnread(live)) return { kind: 'failed', outcome: live };
    if (hasEffect(baseline, live)) return { kind: 'settled', patch: acceptRow(row.subject) };
    const looked = lookedInVain(lookup, startedAt, now());
    if (looked !== 'absent') return { kind: 'waiting', lookup: looked };
    return { kind: 'absent' };
  },
  async checkReady(rows, context) {
    const isNew = (row: RolloutRow) => (readBaseline(row)?.pods ?? null) !== null;
    const [restarted, kept] = [rows.filter(isNew), rows.filter((row) => !isNew(row))];
    const patches = new Map<number, RowPatch>();
    if (kept.length > 0) {
      const others = await createAction.checkReady(kept, context);
      if (!(others instanceof Map)) return others as FailedCall;
      for (const [position, patch] of others) patches.set(position, patch);
    }
    const ids = restarted.map(({ subject }) => subject);
    const pods = await readPods(context.call, ids);
    if (isFailedCall(pods)) return pods;
    const byDeployment = new Map<string, RowPod[]>(ids.map((id) => [id, []]));
    for (const pod of pods) byDeployment.get(pod.deploymentId)?.push(pod);
    for (const row of restarted) {
      const own = byDeployment.get(row.subject) ?? [];
      if (isReadyAgain(row, own, context.wall())) patches.set(row.position, readyRow);
      else if (own.length === 0 && (await readLive(context.call, row.subject)) === 'gone')
        patches.set(row.position, gone);
    }
    return patches;
  },
  explainLate: (row, context) => {
    const before = readBaseline(row)?.pods?.restarts ?? {};
    return explainByPods(row, context, ({ id, restarts }) => restarts > (before[id] ?? -1));
  },
};

const deleting = failRow('deleting', 'The deployment is being deleted.');
const noPlace = failRow(
  'no_place',
  'The deployment has no place for one of the values: its parent does not exist.',
);
const ambiguous = failRow(
  'ambiguous',
  'Someone else changed the same values while it was not known whether the update took effect.',
);

/** The document to reach. Undefined if a value has no place. */
function changedDocument(live: JsonObject, change: RowChange): JsonObject | undefined {
  const { restore } = change;
  if (restore === undefined) return applyUpdate(live, change);
  // Takes back what the update changed; what others changed since stays.
  return mergeDocuments(restore.from ?? live, restore.to, live).document as JsonObject;
}

/**
 * The document to reach after a request whose outcome was unknown: what it would have changed, with what others changed
 * since. `conflict` if they changed the same values: then the request may have taken effect before.
 */
function changedAgain(
  live: JsonObject,
  { previous = {}, sent = {} }: RowBaseline,
): JsonObject | 'conflict' {
  const { document, conflicts } = mergeDocuments(previous, { ...previous, ...sent }, live);
  return conflicts.length > 0 ? 'conflict' : (document as JsonObject);
}

/** The parts to send: only those that differ. Undefined if none does. */
function changedParts(live: JsonObject, wanted: JsonObject): JsonObject | undefined {
  const body = updateBodyOf(wanted, live);
  const parts = Object.entries(body).filter(([key, part]) => !isSame(live[key], part));
  // An empty description and none are the same.
  const changed = parts.filter(
    ([key, part]) => key !== 'description' || part !== (live[key] ?? ''),
  );
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

function isSame(before: Json | undefined, after: Json): boolean {
  return before !== undefined && diffDocuments(before, after).length === 0;
}

/** A description, or a number of instances, restarts none. */
function startsInstances(live: JsonObject, { deployment }: JsonObject): boolean {
  if (!isJsonObject(deployment)) return false;
  return !isSame(asObject(live.deployment).template, deployment.template ?? {});
}

/** True if the deployment is no longer as it was, and nothing in it contradicts what was sent. */
function hasEffect(baseline: RowBaseline, live: LiveDeployment): boolean {
  const { sent = {}, previous = {} } = baseline;
  if (isAsBefore(baseline, live)) return false;
  return contradictionsOf(sent, live.document, previous).length === 0;
}

function isAsBefore({ previous = {} }: RowBaseline, { document }: LiveDeployment): boolean {
  return diffDocuments(updateBodyOf(previous), updateBodyOf(document)).length === 0;
}

function isReadyAgain(row: RolloutRow, pods: readonly RowPod[], now: number): boolean {
  const { pods: before = null, sent, previous } = readBaseline(row) ?? {};
  const { replicas } = {
    ...asObject(previous?.deployment),
    ...asObject(sent?.deployment),
  } as JsonObject;
  const wanted = typeof replicas === 'number' ? replicas : 1;
  return before !== null && progressSince(before, pods, wanted, now).state === 'ready';
}
