// Everything that has a budget, in one run: our built page compared with a bare input, RJSF and JSON Forms, and the other
// budgets in e2e/bench/around.mjs. Prints tables, stores the figures in .cache/bench, fails if a budget is missed.
//   --rounds N       the number of rounds for the pages (3)
//   --write          writes docs/bench; --machine TEXT describes the machine there
//   --around FILE    takes the other figures from an earlier run
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAround } from '../e2e/bench/around.mjs';
import { loadBuilt } from '../e2e/bench/load-built.mjs';
import { requireChromium } from './find-chromium.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.cache/bench');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    machine: { type: 'string' },
    around: { type: 'string' },
  },
});
const executablePath = requireChromium();
mkdirSync(folder, { recursive: true });
const around =
  values.around === undefined
    ? await measureAround({ root, executablePath })
    : JSON.parse(readFileSync(values.around, 'utf8'));
writeFileSync(join(folder, 'around.json'), `${JSON.stringify(around, null, 2)}\n`);
const { runEditor } = await loadBuilt('e2e/bench/page/editor.ts');
const editor = await runEditor({ root, executablePath, rounds: Number(values.rounds) });
const { claimImport } = await loadBuilt('e2e/bench/page/import.ts');
const { claimDeployments } = await loadBuilt('e2e/bench/page/deployments.ts');
const tasks = [
  ...(await claimImport({ root, executablePath })),
  ...(await claimDeployments({ root, executablePath })),
];
const { runFull } = await loadBuilt('e2e/bench/page/run.ts');
const isGood = await runFull({
  root,
  executablePath,
  rounds: Number(values.rounds),
  append: false,
  around: { ...around, claims: [...around.claims, ...editor, ...tasks] },
  write: values.write,
  machine: values.machine,
});
process.exitCode = isGood ? 0 : 1;
