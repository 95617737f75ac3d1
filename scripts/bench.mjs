// Measures what has a budget, each beside its yardstick in the same run, and fails where a budget is broken.
// Budgets are ratios: what a machine needs in milliseconds says nothing of the next one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
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
writeFileSync(join(folder, 'report.json'), `${JSON.stringify({ validation }, null, 2)}\n`);

const micro = (/** @type {number} */ value) => `${value.toFixed(0)} µs`.padStart(10);
console.log(`${validation.what}, ${validation.rounds} rounds in turns`);
console.log(`                 median       p95`);
console.log(`validate     ${micro(validation.validate.median)}${micro(validation.validate.p95)}`);
console.log(`ajv          ${micro(validation.ajv.median)}${micro(validation.ajv.p95)}`);
const isGood = validation.ratio <= MOST_TIMES_AJV;
console.log(
  `${validation.ratio.toFixed(2)} times ajv, at most ${MOST_TIMES_AJV}: ${isGood ? 'ok' : 'TOO SLOW'}`,
);
process.exitCode = isGood ? 0 : 1;
