// Prints the size of the JavaScript that the built page loads before its first step is editable, as sent (brotli),
// with its contents; fails above the budget. Needs a build. `--json` prints the same for programs.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBuilt } from '../e2e/bench/load-built.mjs';
import { requireChromium } from './find-chromium.mjs';

const KIB = 1024;
const BUDGET_KIB = 185;
const AIM_KIB = 150;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const executablePath = requireChromium();
const { weighFirstLoad } = await loadBuilt('e2e/bench/page/first-load.ts');
const found = await weighFirstLoad({ root: join(import.meta.dirname, '..'), executablePath });
const isGood = found.total <= BUDGET_KIB * KIB;
process.exitCode = isGood ? 0 : 1;

if (values.json) {
  console.log(JSON.stringify({ ...found, budget: BUDGET_KIB * KIB, aim: AIM_KIB * KIB }, null, 2));
} else {
  print('Files', found.files);
  print('Contents', found.groups);
  print('Largest sources', found.largest);
  const verdict = isGood ? 'ok' : 'OVER';
  console.log(
    `${(found.total / KIB).toFixed(1)} KiB before the first step is editable, at most ${BUDGET_KIB}: ${verdict} (aim ${AIM_KIB})`,
  );
}

/**
 * @param {string} title
 * @param {Record<string, number>} sizes
 */
function print(title, sizes) {
  console.log(`${title}, KiB brotli`);
  for (const [name, bytes] of Object.entries(sizes)) {
    console.log(`${(bytes / KIB).toFixed(1).padStart(8)}  ${name}`);
  }
  console.log('');
}
