import type { RolloutRow, RowPatch } from '#src/server/rollouts/rows/claim-rows.ts';
import { isFailedCall, listByIds } from './listed-records.ts';
import { hasOfflineNode, isUnread, lookedInVain, readLive } from './live-deployment.ts';
import { acceptRow, failRow, readyRow, saysGone, type RowAction } from './row-action.ts';
import { readBaseline } from './row-baseline.ts';

/** Deletes the deployment of each row. A row is ready once the deployment no longer exists. */
export const deleteAction: RowAction = {
  async prepare(row, context) {
    const live = await readLive(context.call, row.subject);
    if (live === 'gone') return { kind: 'settled', patch: deleted(row) };
    if (isUnread(live)) return { kind: 'failed', outcome: live };
    const { name, nodes, document: previous } = live;
    // Kept, so that a roll back can create it again.
    const baseline = JSON.stringify({ nodes, previous: readBaseline(row)?.previous ?? previous });
    if (live.isDeleting) {
      return { kind: 'settled', patch: { ...acceptRow(row.subject), name, baseline } };
    }
    if (hasOfflineNode(nodes, context)) {
      return { kind: 'offline', name, baseline: JSON.stringify({ nodes }) };
    }
    const call = { endpoint: 'deleteDeployment', id: row.subject } as const;
    return { kind: 'send', call, baseline, name };
  },
  accept: (_json, { subject }) => acceptRow(subject),
  explainRefusal: (outcome, row) =>
    Promise.resolve(saysGone(outcome) ? deleted(row) : failRow(outcome.code, outcome.message)),
  async lookUp(row, lookup, context, now) {
    const startedAt = now();
    const live = await readLive(context.call, row.subject);
    if (live === 'gone') return { kind: 'settled', patch: deleted(row) };
    if (isUnread(live)) return { kind: 'failed', outcome: live };
    if (live.isDeleting) return { kind: 'settled', patch: acceptRow(row.subject) };
    const looked = lookedInVain(lookup, startedAt, now());
    return looked === 'absent' ? { kind: 'absent' } : { kind: 'waiting', lookup: looked };
  },
  async checkReady(rows, context) {
    const byId = new Map(rows.map((row) => [row.subject, row]));
    const listed = await listByIds(context.call, new Set(byId.keys()));
    if (isFailedCall(listed)) return listed;
    const patches = new Map<number, RowPatch>();
    for (const [id, row] of byId) {
      if (listed.records.has(id) || !listed.isWhole) continue;
      const live = await readLive(context.call, id);
      if (live === 'gone') patches.set(row.position, deleted(row));
    }
    return patches;
  },
  explainLate: () => Promise.resolve(late),
};

const late = failRow('not_deleted', 'It was not deleted in time. Its node may not be connected.');

function deleted({ subject }: RolloutRow): RowPatch {
  return { ...readyRow, deployment_id: subject };
}
