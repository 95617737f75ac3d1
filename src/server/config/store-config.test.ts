import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoreConfig } from './store-config.ts';

function read(env: Record<string, string>) {
  const errors: string[] = [];
  const secrets = new Set<string>();
  return { ...readStoreConfig(env, errors, secrets), errors, secrets: [...secrets] };
}

describe('the store', () => {
  it('is a file in the working directory by default', () => {
    expect(read({})).toMatchObject({
      location: { kind: 'file', path: '.ief-builder/store.db' },
      keepDays: 30,
      settleMs: 120_000,
      errors: [],
      secrets: [],
    });
  });

  it.each([
    ['off', { kind: 'off' }],
    ['/data/rollouts.db', { kind: 'file', path: '/data/rollouts.db' }],
  ])('is %s', (text, location) => {
    expect(read({ IEF_STORE: text })).toMatchObject({ location, errors: [], secrets: [] });
  });

  it('is a PostgreSQL address, which is a secret', () => {
    const url = 'postgres://me:word@db/ief';
    expect(read({ IEF_STORE: url })).toMatchObject({
      location: { kind: 'postgres', url },
      secrets: ['IEF_STORE'],
    });
  });

  it('is an address in a file that only its owner can read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ief-store-'));
    const file = join(folder, 'store');
    writeFileSync(file, 'postgres://db/ief\n', { mode: 0o600 });
    expect(read({ IEF_STORE_FILE: file }).location).toMatchObject({ url: 'postgres://db/ief' });
    expect(read({ IEF_STORE_FILE: file, IEF_STORE: 'off' }).errors).toHaveLength(1);
    chmodSync(file, 0o644);
    expect(read({ IEF_STORE_FILE: file }).errors).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it.each([
    [{ IEF_STORE: 'mysql://db/ief' }, 'IEF_STORE'],
    [{ IEF_STORE: 'postgres://a b/[' }, 'IEF_STORE'],
    [{ IEF_KEEP_DAYS: 'x' }, 'IEF_KEEP_DAYS'],
    [{ ROLLOUT_SETTLE_S: '0' }, 'ROLLOUT_SETTLE_S'],
  ])('refuses %j', (env, name) => {
    expect(read(env as Record<string, string>).errors[0]).toMatch(new RegExp(`^${name}: `));
  });
});
