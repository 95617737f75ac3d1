import { setTimeout as delay } from 'node:timers/promises';
import type { Text } from '#src/domain/core/text.ts';
import type { RolloutService } from '#src/server/rollouts/routes/rollout-service.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import { countRows } from '#src/server/rollouts/rows/count-rows.ts';
import { findRollout, type RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import { changedRows } from './plan-runs.ts';
import { progress } from './rollout-words.ts';

/** Where the lines of a rollout go. */
export interface RolloutReporter {
  /** A node whose state does not change any more. */
  readonly row: (row: RolloutRow) => Promise<void>;
  readonly say: (text: Text) => Promise<void>;
}

/** The end of a rollout in this process. */
export interface FollowedRollout {
  readonly record: RolloutRecord;
  /** By the ID of the node, group or deployment. */
  readonly rows: ReadonlyMap<string, RolloutRow>;
}

const POLL_MS = 200;
/** How long a store may fail before the command gives up. */
const STORE_LOST_MS = 30_000;
const final: ReadonlySet<RolloutRow['state']> = new Set(['ready', 'failed', 'skipped']);

/**
 * Reports the rows of a rollout until it ends, needs a person or is interrupted. Rejects if the store fails for long.
 */
export async function followRollout(
  { store, engine }: RolloutService,
  { id, total }: RolloutRecord,
  reporter: RolloutReporter,
  signal: AbortSignal,
): Promise<FollowedRollout> {
  const rows = new Map<string, RolloutRow>();
  let revision = 0;
  let said = '';
  const readRows = async (after = revision) => {
    for (const row of await changedRows(store, id, after)) {
      revision = Math.max(revision, row.revision);
      if (!rows.has(row.subject) || !final.has(rows.get(row.subject)!.state)) {
        rows.set(row.subject, row);
        if (final.has(row.state)) await reporter.row(row);
      }
    }
  };
  const read = async () => {
    const record = (await findRollout(store, id))!;
    await readRows();
    const text = progress(record, await countRows(store, id), total);
    const key = `${record.wave} ${record.state}`;
    if (key !== said && record.ended_at === null) await reporter.say(text);
    said = key;
    return record;
  };
  let record: RolloutRecord;
  for (;;) {
    record = await persistently(read, signal);
    if (record.ended_at !== null || needsPerson.has(record.state) || signal.aborted) break;
    await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
  // Requests in flight finish, so that fewer outcomes are unknown.
  await engine.stop();
  // All of them: on PostgreSQL, a change may be committed after others with later revisions.
  await readRows(0);
  for (const row of [...rows.values()].sort((a, b) => a.position - b.position)) {
    if (!final.has(row.state)) await reporter.row(row);
  }
  return { record, rows };
}

const needsPerson: ReadonlySet<RolloutRecord['state']> = new Set([
  'paused',
  'needs-token',
  'stopped',
]);

/** Tries again while the store fails. */
async function persistently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const failsSince = performance.now();
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (signal.aborted || performance.now() - failsSince > STORE_LOST_MS) throw error;
      await delay(1_000, undefined, { signal }).catch(() => undefined);
    }
  }
}
