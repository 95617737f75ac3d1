import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './check-project.ts';

/** Without programs of the system: nothing can be built or started. */
function soak(...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/soak.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: join(root, 'docs') },
  });
}

test('soak refuses unknown names, and rollouts without PostgreSQL, before it builds', () => {
  const unknown = soak('nothing');
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toContain('no check named nothing');
  for (const name of ['memory', 'nodes', 'rollouts', 'simulation']) {
    expect(unknown.stderr).toContain(name);
  }
  const refused = soak('rollouts');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toBe(
    'soak: rollouts: PostgreSQL is not on the PATH: neither initdb, nor psql with a package in /usr/lib/postgresql\n',
  );
});
