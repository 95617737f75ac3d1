// Compares our built page with a bare input, RJSF and JSON Forms on the same documents, and fails if a budget is
// missed. Needs a build.
//   --short            only our page and the bare input, under a minute, only ratios, and --import: part of `npm test`
//   --editor           only typing in the editor on 1 MiB, compared with a bare CodeMirror
//   --import           only the longest task of an import of 1 MiB
//   --deployments      only the longest task of a list of 5,000 deployments; with --slowdown N on a slower processor
//   --rollout          only the longest task while rollouts of 1,000 and 10,000 nodes are planned, and of 1,000 and
//                      5,000 nodes watched
//   --rounds N         the number of rounds (3)
//   --before DIST      also measures an earlier build in the same run
//   --append           adds the figures to those of the previous run; with --rounds 0 only judges and writes them
//   --pages a,b        only these pages (ours, bare, rjsf, jsonforms); --sizes a,b only these documents
//   --write            writes docs/bench; --machine TEXT describes the machine there
//   --judge FILE       judges an earlier report (with --short, by the budgets of the short form)
//   --profile SIZE     the cost of typing into our page, by function
//   --actions SIZE     the work of the main thread after each action; CPU time, which other load hardly changes
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { loadBuilt } from '../e2e/bench/load-built.mjs';
import { requireChromium } from './find-chromium.mjs';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    import: { type: 'boolean', default: false },
    deployments: { type: 'boolean', default: false },
    slowdown: { type: 'string', default: '1' },
    rollout: { type: 'boolean', default: false },
    editor: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    append: { type: 'boolean', default: false },
    pages: { type: 'string' },
    sizes: { type: 'string' },
    before: { type: 'string' },
    write: { type: 'boolean', default: false },
    machine: { type: 'string' },
    judge: { type: 'string' },
    profile: { type: 'string' },
    actions: { type: 'string' },
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
  if (values.actions !== undefined) {
    const { runActionTasks } = await loadBuilt('e2e/bench/page/action-tasks.ts');
    return runActionTasks({ dist: join(root, 'dist'), executablePath, size: values.actions });
  }
  if (values.editor) {
    const { judgeEditor } = await loadBuilt('e2e/bench/page/editor.ts');
    return judgeEditor({ root, executablePath, rounds: Number(values.rounds) });
  }
  if (values.deployments) {
    const { runDeployments } = await loadBuilt('e2e/bench/page/deployments.ts');
    return runDeployments({ root, executablePath, slowdown: Number(values.slowdown) });
  }
  if (values.rollout) {
    const { runRollouts } = await loadBuilt('e2e/bench/page/rollout.ts');
    return runRollouts({ root, executablePath });
  }
  const { runFull, runShort } = await loadBuilt('e2e/bench/page/run.ts');
  if (values.short || values.import) {
    const { runImport } = await loadBuilt('e2e/bench/page/import.ts');
    const isShortKept = !values.short || (await runShort({ root, executablePath }));
    return (await runImport({ root, executablePath })) && isShortKept;
  }
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
