// Measures what has a budget, each beside its yardstick in the same run, and fails where a budget is broken.
// Budgets are ratios: what a machine needs in milliseconds says nothing of the next one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.cache/bench');

/** Most that judging a large body may cost, as a multiple of ajv on the schema part alone. */
const MOST_TIMES_AJV = 2;

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'e2e/bench/validate.ts',
    outDir: folder,
    emptyOutDir: true,
    target: 'node20',
  },
});
const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'validate.js')], {
  encoding: 'utf8',
});
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const validation = JSON.parse(stdout);
mkdirSync(folder, { recursive: true });
const proxy = measureProxy();
writeFileSync(
  join(folder, 'report.json'),
  `${JSON.stringify({ validation, proxy: proxy.figures }, null, 2)}\n`,
);

const micro = (/** @type {number} */ value) => `${value.toFixed(0)} µs`.padStart(10);
console.log(`${validation.what}, ${validation.rounds} rounds in turns`);
console.log(`                 median       p95`);
console.log(`validate     ${micro(validation.validate.median)}${micro(validation.validate.p95)}`);
console.log(`ajv          ${micro(validation.ajv.median)}${micro(validation.ajv.p95)}`);
const isGood = validation.ratio <= MOST_TIMES_AJV;
console.log(
  `${validation.ratio.toFixed(2)} times ajv, at most ${MOST_TIMES_AJV}: ${isGood ? 'ok' : 'TOO SLOW'}`,
);
if (proxy.figures !== undefined) {
  const { what, ours, nginx, alone, throughput, p99 } = proxy.figures;
  console.log(`\n${what}`);
  console.log('               a second       p50       p99');
  for (const [name, one] of Object.entries({ server: ours, nginx, 'target alone': alone })) {
    const times = [one.p50, one.p99].map((/** @type {number} */ ms) => ms.toFixed(2).padStart(10));
    console.log(`${name.padEnd(13)}${String(one.rps).padStart(10)}${times.join('')}`);
  }
  console.log(
    `${throughput} of nginx’s throughput and ${p99} times its p99: ${proxy.isGood ? 'ok' : 'TOO SLOW'}`,
  );
}
process.exitCode = isGood && proxy.isGood ? 0 : 1;

/** The way to a target beside nginx; left out where there is no nginx and none may be installed. */
function measureProxy() {
  const run = (/** @type {string} */ program, /** @type {string[]} */ args) =>
    spawnSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (!run('npm', ['run', '--silent', 'build'])) process.exit(1);
  const isGood = run(process.execPath, ['scripts/load.mjs', '--only=throughput']);
  const { throughput } = JSON.parse(readFileSync(join(root, '.cache/load/report.json'), 'utf8'));
  if (throughput === undefined)
    console.log('The server beside nginx: left out, as there is no nginx.');
  return { figures: throughput, isGood };
}
