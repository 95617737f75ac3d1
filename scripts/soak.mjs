// Every property with a random seed, 10,000 times and more each, then the built server under load: `npm test` has the short form of the same files.
// SEED=... repeats a run. Takes long, and prints what it does while it does it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const seed = process.env.SEED ?? String(Date.now() % 2 ** 31);
console.log(`soak: seed ${seed} (again with SEED=${seed})`);

/** @param {readonly string[]} command */
function run([program = '', ...args]) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program !== process.execPath,
    env: { ...process.env, SEED: seed, SOAK: '1' },
  });
  if (status !== 0) process.exitCode = 1;
}

run(['npm', 'run', '--silent', 'unit', '--', 'properties', 'raw-requests', 'sdk-signature']);
run(['npm', 'run', '--silent', 'e2e', '--', 'e2e/agreement.spec.ts']);
// What stands behind it was built for the journey.
run([process.execPath, 'scripts/load.mjs']);
