import { nextRevision } from '#src/server/rollouts/rows/claim-rows.ts';
import type { WorkerState } from './worker-state.ts';

/** The reason of rows that wait because the states of their nodes cannot be read. */
const NODES_UNREAD = 'nodes_unread';

/** Says on the waiting rows of the open waves why nothing is sent. A row with a reason of its own keeps it. */
export async function explainUnreadNodes(
  { deps, record }: WorkerState,
  message: string,
): Promise<void> {
  await deps.store.db
    .updateTable('rollout_rows')
    .set({
      error_code: NODES_UNREAD,
      error_message: message,
      revision: nextRevision(record.id),
    })
    .where('rollout_id', '=', record.id)
    .where('state', '=', 'waiting')
    .where('position', '<', record.wave_end)
    .where('error_code', 'is', null)
    .execute();
}

/** The states were read: takes the reason away again, also from rows that go on waiting for an offline node. */
export async function clearUnreadNodes({ deps, record }: WorkerState): Promise<void> {
  await deps.store.db
    .updateTable('rollout_rows')
    .set({ error_code: null, error_message: null, revision: nextRevision(record.id) })
    .where('rollout_id', '=', record.id)
    .where('state', '=', 'waiting')
    .where('error_code', '=', NODES_UNREAD)
    .execute();
}
