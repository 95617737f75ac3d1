// The long form of checks that `npm test` runs in short: all of them, or those named as arguments.
// SEED=... repeats a run. Takes long, and prints progress.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findPostgres, NO_POSTGRES } from '../e2e/load/rollouts/postgres.mjs';

const root = join(import.meta.dirname, '..');
const seed = process.env.SEED ?? String(Date.now() % 2 ** 31);
console.log(`soak: seed ${seed} (again with SEED=${seed})`);

/** @param {readonly string[]} command */
function run([program = '', ...args]) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program !== process.execPath,
    env: {
      ...process.env,
      SEED: seed,
      SOAK: '1',
      // The simulation keeps the remembered creates of all its processes for some minutes.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=8192`,
      ROLLOUT_NODES: '5000',
      ROLLOUT_KILLS: '10',
    },
  });
  if (status !== 0) process.exitCode = 1;
}

const unit = (/** @type {string[]} */ ...paths) => ['npm', 'run', '-s', 'unit', '--', ...paths];
const script = (/** @type {string[]} */ ...args) => [process.execPath, ...args];

/** @type {Readonly<Record<string, readonly string[]>>} */
const checks = {
  // Every property with a random seed, 10,000 times and more.
  properties: unit('properties', 'raw-requests', 'sdk-signature'),
  // Server, store, target and clock together: 10,000 schedules.
  simulation: unit('rollouts/simulation'),
  // The server is killed 10 times during a rollout to 5,000 nodes.
  nodes: unit('rollouts/killed-server'),
  // Two servers on PostgreSQL, killed and put to sleep in turn.
  rollouts: script('scripts/load.mjs', '--only=rollouts'),
  rate: script('scripts/load.mjs', '--only=rate'),
  // An hour of 200 requests a second; SOAK_MINUTES and SOAK_RPS change that.
  memory: script('scripts/load.mjs', '--only=hour'),
  // The unit tests on each supported version of Node.
  runtimes: script('scripts/runtimes.mjs'),
  components: ['npm', 'run', '-s', 'components', '--', 'properties'],
  agreement: script('scripts/e2e.mjs', 'e2e/journeys/submit/agreement.spec.ts'),
  // The browser is killed 30 times while someone types.
  kills: script('scripts/e2e.mjs', 'e2e/journeys/drafts/killed-browser.spec.ts'),
  load: script('scripts/load.mjs'),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(checks, name));
if (unknown.length > 0) {
  console.error(
    `soak: no check named ${unknown.join(', ')}; the checks are ${Object.keys(checks).join(', ')}`,
  );
  process.exit(1);
}
if (names.includes('rollouts') && findPostgres() === undefined) {
  console.error(`soak: rollouts: ${NO_POSTGRES}`);
  process.exit(1);
}
run(['npm', 'run', '--silent', 'build']);
for (const [name, command] of Object.entries(checks)) {
  if (names.length === 0 || names.includes(name)) run(command);
}
