/** `npm run -s validate`, in a copy of the project that has never been built. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScratchProject } from '#src/testing/scratch-project.mjs';

const CALL_MS = 60_000;
const copied = [
  'src/cli',
  'src/domain',
  'scripts/validate.mjs',
  'scripts/cli-program.mjs',
  'src/convert',
  'src/document',
  'src/json',
  'vite.cli.config.ts',
  'package.json',
];
let project: string;
let program: string;

beforeAll(() => {
  project = makeScratchProject(copied, { 'deploy/body.json': '[]' });
  program = join(project, 'dist/cli/ief-validate.js');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** As typed in the folder deploy/ of the project. */
function validate(...args: string[]) {
  // Only what npm sets itself for this call may tell the script where it was called.
  const { npm_lifecycle_event: _, INIT_CWD: __, ...env } = process.env;
  return spawnSync('npm', ['run', '-s', 'validate', '--', ...args], {
    cwd: join(project, 'deploy'),
    env,
    input: '',
    encoding: 'utf8',
  });
}

const line = 'body.json:1:1 $ This must be an object. (table 3)\n';

test(
  'the first call builds, finds the file where it was typed, and prints only the results',
  () => {
    expect(validate('body.json')).toMatchObject({ status: 1, stdout: line });
    expect(readdirSync(join(project, 'dist'))).toEqual(['cli']);
    const built = statSync(program).mtimeMs;
    expect(validate('body.json', '--json').stdout).toMatch(/^\[\n\{.+\}\n\]\n$/);
    expect(statSync(program).mtimeMs).toBe(built);
  },
  CALL_MS,
);

test.each<readonly [what: string, change: () => void]>([
  ['changed', () => appendFileSync(join(project, 'src/domain/deployment/validate.ts'), '\n')],
  ['new', () => writeFileSync(join(project, 'src/cli/validate/another.ts'), 'export {};\n')],
  ['removed', () => rmSync(join(project, 'src/cli/validate/another.ts'))],
])(
  'a source that is %s causes a rebuild',
  (_, change) => {
    const before = statSync(program).mtimeMs;
    change();
    expect(validate('body.json').stdout).toBe(line);
    expect(statSync(program).mtimeMs).toBeGreaterThan(before);
  },
  CALL_MS,
);

test(
  'a source that cannot be built ends with 2 and keeps the built file',
  () => {
    appendFileSync(join(project, 'src/cli/validate/validate-run.ts'), '\nexport const = 1;\n');
    const { status, stdout, stderr } = validate('body.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('ief-validate could not be built: ');
    expect(existsSync(program)).toBe(true);
    expect(readdirSync(join(project, 'dist'))).toEqual(['cli']);
  },
  CALL_MS,
);
