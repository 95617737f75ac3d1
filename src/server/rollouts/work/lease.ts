import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { MAX_AHEAD_MS } from '#src/server/rollouts/rows/claim-rows.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { ServerStore } from '#src/server/store/store.ts';

/** How long a process may work on a rollout without renewing, in milliseconds. */
export const LEASE_MS = 10_000;
/** It is renewed once this much is left. */
export const RENEW_MS = 7_000;

/** A name for this process: where its process ID counts, and the ID, so that others there see whether it still runs. */
export function makeOwner(newId: () => string): string {
  return `${processSpace()} ${process.pid} ${newId()}`;
}

/**
 * Where process IDs mean the same: this machine since it was started, and in a container only this container. Machines
 * and containers may share a host name.
 */
function processSpace(): string {
  const host = hostname().slice(0, 100);
  if (process.platform !== 'linux') return host;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${host}/${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    // Not known: no other process compares its ID with this one.
    return `${host}/${randomUUID()}`;
  }
}

/** True if the owner was a process beside this one that has ended. Saves waiting for its lease after a crash. */
function hasEnded(owner: string, own: string): boolean {
  const [space, pid] = owner.split(' ');
  const [ownSpace, ownPid] = own.split(' ');
  if (space !== ownSpace || owner === own) return false;
  // The ID was given to this process after the other one had ended.
  if (pid === ownPid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** True if no process has a lease that still counts. */
export function isFree(
  { owner, lease_until: until }: RolloutRecord,
  own: string,
  now: number,
): boolean {
  if (owner === null || owner === own) return true;
  return until <= now || until > now + MAX_AHEAD_MS || hasEnded(owner, own);
}

/** Takes or renews a lease; false if another process was faster. */
export async function takeLease(
  { db }: Pick<ServerStore, 'db'>,
  { id, owner: seen, lease_until: until }: RolloutRecord,
  own: string,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rollouts')
    .set({ owner: own, lease_until: now + LEASE_MS })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('owner', seen === null ? 'is' : '=', seen)
    .where('lease_until', '=', until)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a rollout over, even from another process. */
export async function forceLease(
  { db, now }: Pick<ServerStore, 'db' | 'now'>,
  id: string,
  own: string,
): Promise<void> {
  await db
    .updateTable('rollouts')
    .set({ owner: own, lease_until: (await now()) + LEASE_MS })
    .where('id', '=', id)
    .execute();
}

/** Gives up all leases of a process, so that another one can go on at once. */
export async function dropLeases({ db }: Pick<ServerStore, 'db'>, own: string): Promise<void> {
  await db
    .updateTable('rollouts')
    .set({ owner: null, lease_until: 0 })
    .where('owner', '=', own)
    .execute();
}
