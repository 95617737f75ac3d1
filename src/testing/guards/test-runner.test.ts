import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeProject, root } from './check-project.ts';

describe('the test runner', () => {
  const node = (code: string) => `node -e ${JSON.stringify(code)}`;
  const scripts = {
    types: node('console.log(1)'),
    lint: node('console.log(1)'),
    'fmt:check': node('console.log(1)'),
    dead: node('console.log(1)'),
    manifests: node('console.log(1)'),
    unit: 'node cases.mjs',
    components: 'node cases.mjs',
    build: node('console.log(1)'),
    // `--` passes further arguments to the script, not to Node.
    load: `${node('console.log(1)')} --`,
    size: node('console.log(1)'),
    'bench:page': `${node('console.log(1)')} --`,
  };
  const cases = `import { writeFileSync } from 'node:fs';
const file = process.argv.find((argument) => argument.startsWith('--outputFile.json=')).slice(18);
writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }));`;
  const e2e = (unexpected: number) => `import { writeFileSync } from 'node:fs';
const stats = { expected: 3, unexpected: ${unexpected}, flaky: 0, skipped: 0 };
writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, JSON.stringify({ stats }));
process.exitCode = ${unexpected > 0 ? 1 : 0};`;

  function runWith(changed: Partial<typeof scripts>, files: Readonly<Record<string, string>> = {}) {
    const folder = makeProject({
      'scripts/test.mjs': readFileSync(join(root, 'scripts/test.mjs'), 'utf8'),
      'cases.mjs': cases,
      'scripts/e2e.mjs': e2e(0),
      'package.json': JSON.stringify({ type: 'module', scripts: { ...scripts, ...changed } }),
      ...files,
    });
    const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, last: stdout.trimEnd().split('\n').at(-1) };
  }

  test('counts test cases and other checks', () => {
    expect(runWith({})).toMatchObject({ status: 0, last: '22 passed, 0 failed' });
  });

  test('fails if one check fails, prints its output and runs the rest', () => {
    const { status, stdout, last } = runWith({ lint: node('console.log(6*7);process.exit(1)') });
    expect({ status, last }).toEqual({ status: 1, last: '21 passed, 1 failed' });
    expect(stdout).toMatch(/^lint +FAILED[^\n]*\n\n42\n/m);
  });

  test('fails if test cases fail', () => {
    const run = runWith({}, { 'scripts/e2e.mjs': e2e(2) });
    expect(run).toMatchObject({ status: 1, last: '22 passed, 2 failed' });
  });

  test('fails if unit and components ran no test case', () => {
    const silent = node('console.log(1)');
    const run = runWith({ unit: silent, components: silent });
    expect(run).toMatchObject({ status: 1, last: '12 passed, 2 failed' });
  });

  test('does not run the journeys without a build', () => {
    const run = runWith({ build: node('process.exit(1)') });
    expect(run).toMatchObject({ status: 1, last: '15 passed, 5 failed' });
  });
});
