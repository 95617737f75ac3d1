import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import { isFree, LEASE_MS, makeOwner } from './lease.ts';

const NOW = 1_000_000;
const heldBy = (owner: string, until = NOW + LEASE_MS) =>
  ({ owner, lease_until: until }) as RolloutRecord;
const own = makeOwner(() => 'own');
const { pid: endedPid } = spawnSync(process.execPath, ['--version']);

/** The owner in another place with process IDs of its own. */
const elsewhere = (owner: string) => owner.replace(/^\S+/, (space) => `${space}x`);
const withPid = (owner: string, pid: number) => owner.replace(/ \d+ /, ` ${pid} `);

describe('a lease that has not expired', () => {
  it('is free if its process ran beside this one and has ended', () => {
    expect(
      isFree(
        heldBy(
          withPid(
            makeOwner(() => 'other'),
            endedPid,
          ),
        ),
        own,
        NOW,
      ),
    ).toBe(true);
    // This process has its ID.
    expect(isFree(heldBy(makeOwner(() => 'other')), own, NOW)).toBe(true);
  });

  it('is not free while its process runs', () => {
    expect(
      isFree(
        heldBy(
          withPid(
            makeOwner(() => 'other'),
            process.ppid,
          ),
        ),
        own,
        NOW,
      ),
    ).toBe(false);
  });

  it.each([endedPid, process.pid])(
    'is not free on another machine or in another container, whatever process here has ID %i',
    (pid) => {
      const owner = elsewhere(
        withPid(
          makeOwner(() => 'other'),
          pid,
        ),
      );
      expect(isFree(heldBy(owner), own, NOW)).toBe(false);
      expect(isFree(heldBy(owner, NOW), own, NOW)).toBe(true);
    },
  );
});

it.runIf(process.platform === 'linux')(
  'process IDs are only compared since the same start of the machine, in the same container',
  () => {
    expect(own).toMatch(/^\S+\/[0-9a-f-]{36}\/pid:\[\d+\] \d+ own$/);
  },
);
