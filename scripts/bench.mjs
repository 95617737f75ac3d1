// Everything that has a budget, in one run: our built page beside a bare input, RJSF and JSON Forms, and what is around
// the page, as e2e/bench/around.mjs has it. Prints tables, keeps the figures in .cache/bench, fails where a budget is
// broken.
//   --rounds N       how often the pages are measured; 3
//   --write          writes docs/bench; --machine TEXT says there what kind of machine it is
//   --around FILE    takes what is around the page from a run before
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
const { runFull } = await loadBuilt('e2e/bench/page/run.ts');
const isGood = await runFull({
  root,
  executablePath,
  rounds: Number(values.rounds),
  append: false,
  around,
  write: values.write,
  machine: values.machine,
});
process.exitCode = isGood ? 0 : 1;
