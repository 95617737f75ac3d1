// Changes each limit of the specs by one, up and down, and runs the tests of the limits: a change that no test
// notices is printed, and the exit code is 1. Works on a copy, so the tree stays as it is. Takes some minutes.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeScratchProject } from '../src/testing/scratch-project.mjs';

const copy = makeScratchProject(['package.json', 'tsconfig.json', 'vitest.config.ts', 'src']);

const folder = join(copy, 'src/domain/deployment');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(fields|rules)\.ts$/.test(name) || name.endsWith('patterns.ts'),
);
/** `max: 65_535`, `maxLength: 32`, `min: '0.01'`, `const MAX_TAGS = 10`: a limit, its number in the middle. */
const LIMIT =
  /(\b(?:min|max|minLength|maxLength|minItems): '?|const (?:MAX|MOST|LEAST)_?\w* = '?)([\d_.]+)/g;

let tried = 0;
/** @type {string[]} */
const survivors = [];
for (const name of files) {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  for (const match of text.matchAll(LIMIT)) {
    const [, before = '', number = ''] = match;
    for (const step of [-1, 1]) {
      // The type of a minimum length allows nothing else.
      if (before.startsWith('minLength') && ![0, 1].includes(Number(number) + step)) continue;
      const changed = changeBy(number, step);
      const at = match.index + before.length;
      writeFileSync(path, text.slice(0, at) + changed + text.slice(at + number.length));
      tried++;
      const line = text.slice(0, at).split('\n').length;
      const told = `${name}:${line} ${before}${number} -> ${changed}`;
      const isNoticed = runTests() !== 0;
      if (!isNoticed) survivors.push(told);
      console.log(`${isNoticed ? 'noticed ' : 'SURVIVED'} ${told}`);
    }
  }
  writeFileSync(path, text);
}
rmSync(copy, { recursive: true, force: true });
console.log(`${tried} changes, ${survivors.length} that no test noticed`);
process.exitCode = survivors.length > 0 || tried === 0 ? 1 : 0;

/**
 * A decimal is changed in its last digit.
 * @param {string} number
 * @param {number} step
 */
function changeBy(number, step) {
  const plain = number.replaceAll('_', '');
  const digits = plain.split('.')[1]?.length ?? 0;
  return (Number(plain) + step / 10 ** digits).toFixed(digits);
}

function runTests() {
  const tests = ['limits', 'fields', 'rules', 'validate.test'].map(
    (one) => `src/domain/deployment/${one}`,
  );
  return spawnSync('npx', ['vitest', 'run', '--bail=1', ...tests], { cwd: copy, stdio: 'ignore' })
    .status;
}
