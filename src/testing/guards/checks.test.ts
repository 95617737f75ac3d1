import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeProject, removeLater, root, runScript } from './check-project.ts';

describe('each check can fail', () => {
  let folder = '';
  const results = new Map<string, ReturnType<typeof runScript>>();
  beforeAll(() => {
    folder = makeProject({
      'src/main.ts': "import { used } from './app/parts.ts';\n\nglobalThis.name = used;\n",
      'src/app/parts.ts': "export const used = 'a';\nexport const forgotten = 'b';\n",
      'src/app/wrong.ts': 'export const amount: number = "text"\n',
      'src/app/left.ts':
        "import { right } from './right.ts';\n\nexport const left = () => right;\n",
      'src/app/right.ts': "import { left } from './left.ts';\n\nexport const right = () => left;\n",
      'src/app/long.ts': 'export {};\n'.repeat(301),
      'src/app/long-function.ts': `export function long(): number {\n${'  Math.random();\n'.repeat(80)}  return 1;\n}\n`,
      'src/app/branches.ts': `export function branches(x: number): number {\n${'  if (x > 1) return x;\n'.repeat(20)}  return 1;\n}\n`,
      'src/app/Ref.tsx':
        "import { useRef } from 'react';\n\nexport function Ref() {\n  const ref = useRef(1);\n  return ref.current;\n}\n",
      'src/app/standard.ts': 'export default 1;\n',
      'src/app/deep/deeper/far.ts': "export { used } from '../../parts.ts';\n",
      'scripts/wrong.mjs': "/** @type {number} */\nexport const amount = 'text';\n",
      'index.html': '<script type="module" src="/src/main.ts"></script>\n',
    });
  });

  test.each([
    ['types', 'src/app/wrong.ts'],
    ['types', 'scripts/wrong.mjs'],
    ['fmt:check', 'src/app/wrong.ts'],
    ['dead', 'forgotten'],
    ['dead', 'src/app/wrong.ts'],
    ['lint', 'no-cycle'],
    ['lint', 'max-lines'],
    ['lint', 'max-lines-per-function'],
    ['lint', 'complexity'],
    ['lint', 'react(refs)'],
    ['lint', 'no-default-export'],
    ['lint', "'../../parts.ts' import is restricted"],
  ])('%s reports %s', (script, expected) => {
    // Several rows read the report of one run.
    const { status, output } = results.get(script) ?? runScript(folder, script);
    results.set(script, { status, output });
    expect(output).toContain(expected);
    expect(status).not.toBe(0);
  });

  test('components reports a failing test and a message on the console', () => {
    // Inside this project, so that Vite serves its packages.
    mkdirSync(join(root, '.cache'), { recursive: true });
    const tests = removeLater(mkdtempSync(join(root, '.cache/guards-')));
    mkdirSync(join(tests, 'src'));
    writeFileSync(
      join(tests, 'src/wrong.test.tsx'),
      `import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';

test('sees a button', async () => {
  await render(<button type="button">Save</button>);
  await expect.element(page.getByRole('button', { name: 'Save' })).toBeVisible();
});
test('misses a button', async () => {
  await render(<button type="button">Save</button>);
  await expect.element(page.getByRole('button', { name: 'Send' }), { timeout: 100 }).toBeVisible();
});
test('warns', () => console.warn('noise'));
`,
    );
    const args = ['--dir', tests, '--reporter=json'];
    const { status, output } = runScript(root, 'components', ...args);
    expect(output).toMatch(/"numPassedTests":1\b.*"numFailedTests":2\b/);
    expect(output).toMatch(/misses a button.*the console stays silent/s);
    expect(status).not.toBe(0);
  });

  test('types checks every file: tsconfig.rest.json excludes exactly the files of tsconfig.page.json', () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, unknown>;
    const page = read('tsconfig.page.json');
    const rest = read('tsconfig.rest.json');
    expect(rest).toEqual({
      extends: page.extends,
      compilerOptions: { tsBuildInfoFile: '.cache/types-rest.tsbuildinfo' },
      exclude: page.include,
    });
    expect(page).toEqual({
      extends: './tsconfig.json',
      compilerOptions: { tsBuildInfoFile: '.cache/types-page.tsbuildinfo' },
      include: page.include,
    });
  });
});
