// Measures our built page beside a bare input, RJSF and JSON Forms, on the same documents; fails where a budget is
// broken. Needs a build.
//   --short            our page beside the bare input alone, under a minute, ratios only: part of `npm test`
//   --rounds N         how often everything is measured; 3
//   --before DIST    an earlier build beside this one, in the same run
//   --append           puts the figures to those of the run before; with --rounds 0 only judges and writes them
//   --pages a,b        only these of ours, bare, rjsf, jsonforms; --sizes a,b only these documents
//   --write            writes docs/bench; --machine TEXT says there what kind of machine it is
//   --judge FILE       judges a report of before (with --short, by the bounds of the short form)
//   --profile SIZE     what our page does while it is typed into, by function
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { loadBuilt } from '../e2e/bench/load-built.mjs';
import { requireChromium } from './find-chromium.mjs';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    append: { type: 'boolean', default: false },
    pages: { type: 'string' },
    sizes: { type: 'string' },
    before: { type: 'string' },
    write: { type: 'boolean', default: false },
    machine: { type: 'string' },
    judge: { type: 'string' },
    profile: { type: 'string' },
  },
});
process.exitCode = (await run()) ? 0 : 1;

async function run() {
  if (values.judge !== undefined) {
    const { judgeFile } = await loadBuilt('e2e/bench/page/run.ts');
    return judgeFile(values.judge, values.short ? 'short' : 'full');
  }
  const executablePath = requireChromium();
  if (values.profile !== undefined) {
    const { runProfile } = await loadBuilt('e2e/bench/page/profile.ts');
    return runProfile({ root, executablePath, size: values.profile });
  }
  const { runFull, runShort } = await loadBuilt('e2e/bench/page/run.ts');
  if (values.short) return runShort({ root, executablePath });
  return runFull({
    root,
    executablePath,
    rounds: Number(values.rounds),
    pages: values.pages?.split(','),
    sizes: values.sizes?.split(','),
    before: values.before,
    append: values.append,
    write: values.write,
    machine: values.machine,
  });
}
