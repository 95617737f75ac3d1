/**
 * Tests that hold the house style. The first half proves that each gate can fail: it lays a small
 * project with known faults into a temporary folder, under this project's own configuration. The
 * second half reads the files of this project.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '#src/app/words/en.ts';
import { zh } from '#src/app/words/zh.ts';
import { faultNames } from '#src/server/mock-ief/faults/faults.ts';

const root = join(import.meta.dirname, '..');
const GATE_MS = 120_000;
const folders: string[] = [];

/** A project with this one's configuration and packages, and files of its own. */
function makeProject(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ief-guards-'));
  folders.push(folder);
  for (const name of [
    '.oxlintrc.json',
    '.prettierrc.json',
    '.prettierignore',
    'knip.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.page.json',
    'tsconfig.rest.json',
  ]) {
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a script of package.json, as `npm test` does. */
function runScript(folder: string, script: string, ...args: string[]) {
  const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
  const { status, stdout, stderr } = spawnSync('npm', command, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the layer gate', () => {
  // Each file holds one import; a line of this table is one claim of docs/decisions/0001.
  const refused: readonly (readonly [path: string, source: string])[] = [
    ['src/json/a.ts', '#src/domain/core/good.ts'],
    ['src/json/b.ts', 'zod'],
    ['src/domain/core/a.ts', 'react'],
    ['src/domain/core/b.ts', 'node:fs'],
    ['src/domain/core/c.ts', '#src/domain/deployment/good.ts'],
    ['src/domain/deployment/a.ts', '#src/document/good.ts'],
    ['src/document/a.ts', '#src/domain/core/good.ts'],
    ['src/document/b.ts', 'zod'],
    ['src/convert/a.ts', '#src/client/good.ts'],
    ['src/client/a.ts', '#src/ui/good.ts'],
    ['src/client/b.ts', '@mui/material/Box'],
    ['src/ui/a.ts', '#src/domain/deployment/good.ts'],
    ['src/ui/b.ts', '#src/client/good.ts'],
    ['src/ui/c.ts', 'wouter'],
    ['src/features/one/a.ts', '#src/features/two/good.ts'],
    ['src/features/one/b.ts', '../two/good.ts'],
    ['src/features/one/c.ts', '#src/app/good.ts'],
    ['src/features/one/d.ts', 'zod'],
    ['src/app/a.ts', '#src/server/good.ts'],
    ['src/server/a.ts', '#src/document/good.ts'],
    ['src/server/b.ts', 'vite'],
    ['src/server/c.ts', './some.fixture.ts'],
    ['src/server/d.ts', '#src/testing/good.ts'],
    ['src/main.ts', '#src/features/one/good.ts'],
  ];
  const allowed: readonly (readonly [path: string, source: string])[] = [
    ['src/domain/core/x.ts', '#src/json/good.ts'],
    ['src/document/y.ts', '#src/json/good.ts'],
    ['src/features/one/w.ts', '#src/json/good.ts'],
    ['src/server/x.ts', '#src/json/good.ts'],
    ['src/domain/core/y.ts', 'zod'],
    ['src/domain/deployment/y.ts', '#src/domain/core/good.ts'],
    ['src/convert/y.ts', '#src/document/good.ts'],
    ['src/client/y.ts', '@tanstack/react-query'],
    ['src/ui/y.ts', '@mui/material/Box'],
    ['src/ui/z.ts', '#src/domain/core/good.ts'],
    ['src/features/one/x.ts', './good.ts'],
    ['src/features/one/y.ts', '#src/ui/good.ts'],
    ['src/features/one/z.ts', '#src/domain/deployment/good.ts'],
    ['src/app/y.ts', '#src/features/one/good.ts'],
    ['src/server/y.ts', 'node:fs'],
    ['src/server/z.ts', '#src/domain/deployment/good.ts'],
    ['src/server/some.test.ts', './some.fixture.ts'],
    ['src/domain/core/some.testing.ts', '#src/server/good.ts'],
  ];
  const good = 'export const good = 1;\n';
  let refusals: readonly string[] = [];

  beforeAll(() => {
    const files: Record<string, string> = {
      'src/stray/good.ts': good,
      'src/stray.ts': good,
      'src/server/some.fixture.ts': good,
      'src/features/one/dynamic.ts': "export const load = () => import('#src/app/good.ts');\n",
      'src/features/one/passed-on.ts': "export { good } from '#src/app/good.ts';\n",
    };
    const homes = [
      'json',
      'domain/core',
      'domain/deployment',
      'document',
      'convert',
      'client',
      'ui',
      'features/one',
      'features/two',
      'app',
      'server',
      'testing',
    ];
    for (const home of homes) files[`src/${home}/good.ts`] = good;
    for (const [path, source] of [...refused, ...allowed]) files[path] = `import '${source}';\n`;
    const { output, status } = runScript(makeProject(files), 'lint', '--format=json');
    expect(status).not.toBe(0);
    const { diagnostics } = JSON.parse(output.slice(output.indexOf('{'))) as {
      diagnostics: { code?: string; filename: string }[];
    };
    refusals = diagnostics
      .filter(({ code = '' }) => code.startsWith('boundaries('))
      .map(({ code = '', filename }) => `${filename} ${code.slice(11, -1)}`);
  }, GATE_MS);

  test.each(refused)('refuses in %s the import of %s', (path) => {
    expect(refusals).toContain(`${path} dependencies`);
  });

  test.each(allowed)('allows in %s the import of %s', (path) => {
    expect(refusals.filter((line) => line.startsWith(path))).toEqual([]);
  });

  test('sees dynamic imports and what is passed on', () => {
    expect(refusals).toContain('src/features/one/dynamic.ts dependencies');
    expect(refusals).toContain('src/features/one/passed-on.ts dependencies');
  });

  test('refuses a file that belongs to no layer', () => {
    expect(refusals).toContain('src/stray/good.ts no-unknown-files');
    expect(refusals).toContain('src/stray.ts no-unknown-files');
  });
});

describe('the other gates can fail', () => {
  let folder = '';
  beforeAll(() => {
    folder = makeProject({
      'src/main.ts': "import { used } from './app/parts.ts';\n\nglobalThis.name = used;\n",
      'src/app/parts.ts': "export const used = 'a';\nexport const forgotten = 'b';\n",
      'src/app/wrong.ts': 'export const amount: number = "text"\n',
      'src/app/left.ts':
        "import { right } from './right.ts';\n\nexport const left = () => right;\n",
      'src/app/right.ts': "import { left } from './left.ts';\n\nexport const right = () => left;\n",
      'src/app/long.ts': 'export {};\n'.repeat(301),
      'src/app/standard.ts': 'export default 1;\n',
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
    ['lint', 'no-default-export'],
  ])(
    '%s names %s',
    (script, expected) => {
      const { status, output } = runScript(folder, script);
      expect(output).toContain(expected);
      expect(status).not.toBe(0);
    },
    GATE_MS,
  );

  test(
    'components names a failing component test, and noise on the console',
    () => {
      // Beside the packages, so that the page is served from this project.
      mkdirSync(join(root, '.cache'), { recursive: true });
      const tests = mkdtempSync(join(root, '.cache/guards-'));
      folders.push(tests);
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
    },
    GATE_MS,
  );

  test('types leaves out nothing: the rest is whatever is not in the page', () => {
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
    // What comes behind is for the script.
    load: `${node('console.log(1)')} --`,
    size: node('console.log(1)'),
    'bench:page': `${node('console.log(1)')} --`,
  };
  const cases = `import { writeFileSync } from 'node:fs';
const file = process.argv.find((one) => one.startsWith('--outputFile.json=')).slice(18);
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

  test(
    'counts every case and every other check',
    () => {
      expect(runWith({})).toMatchObject({ status: 0, last: '22 passed, 0 failed' });
    },
    GATE_MS,
  );

  test(
    'fails if one check fails, shows why, and goes on',
    () => {
      const { status, stdout, last } = runWith({ lint: node('console.log(6*7);process.exit(1)') });
      expect({ status, last }).toEqual({ status: 1, last: '21 passed, 1 failed' });
      expect(stdout).toMatch(/^lint +FAILED[^\n]*\n\n42\n/m);
    },
    GATE_MS,
  );

  test(
    'fails if cases fail',
    () => {
      const run = runWith({}, { 'scripts/e2e.mjs': e2e(2) });
      expect(run).toMatchObject({ status: 1, last: '22 passed, 2 failed' });
    },
    GATE_MS,
  );

  test.each(['unit', 'components'])(
    'fails if no case of %s was run',
    (name) => {
      const run = runWith({ [name]: node('console.log(1)') });
      expect(run).toMatchObject({ status: 1, last: '17 passed, 1 failed' });
    },
    GATE_MS,
  );

  test(
    'does not run the journeys without a build',
    () => {
      const run = runWith({ build: node('process.exit(1)') });
      expect(run).toMatchObject({ status: 1, last: '15 passed, 5 failed' });
    },
    GATE_MS,
  );
});

const OWN_NAME = 'src/guards.test.ts';
const NOT_OURS =
  /(?:^|\/)node_modules(?:\/|$)|^(?:dist|\.git|\.cache|test-results|playwright-report)(?:\/|$)/;
const TEXT = /(?:\.(?:ts|tsx|mjs|js|json|md|html|svg|css|yaml|yml|txt|example)|\/run)$/;

/** Every text file of the project, by its path from the root. */
const sources = new Map(
  listFiles('').map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.test(path)) return [];
    if (entry.isDirectory()) return listFiles(path);
    return TEXT.test(path) && path !== OWN_NAME ? [path] : [];
  });
}

/** The code that is shipped, of the paths that fit. */
function shipped(fits: RegExp): [path: string, text: string][] {
  return [...sources].filter(
    ([path]) =>
      path.startsWith('src/') &&
      fits.test(path) &&
      !/\.(?:test|testing|fixture)\.tsx?$|^src\/testing\//.test(path),
  );
}

function pathsWith(files: readonly [string, string][], pattern: RegExp): string[] {
  return files.filter(([, text]) => pattern.test(text)).map(([path]) => path);
}

const page = shipped(/^src\/(?!server\/)/);
const server = shipped(/^src\/server\//);

describe('the files of this project', () => {
  test('are found', () => {
    expect(page.length).toBeGreaterThan(100);
    expect(server.length).toBeGreaterThan(40);
  });

  test('only one file listens, and only the mains call it', () => {
    const all = [...page, ...server];
    expect(pathsWith(all, /\.listen\(/)).toEqual(['src/server/http/listen/serve.ts']);
    expect(pathsWith(all, /import \{ serve\b/).toSorted()).toEqual([
      'src/server/app.main.ts',
      'src/server/mock-ief.main.ts',
    ]);
  });

  test('the page reaches the network from one place, the server directly or through its proxy', () => {
    expect(pathsWith(page, /(?<![\w.])fetch\(/)).toEqual(['src/client/request.ts']);
    expect(
      pathsWith(page, /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|fetch\.bind)\b/),
    ).toEqual([]);
    expect(pathsWith(server, /(?<![\w.])fetch\(/)).toEqual([]);
    // Types reach nothing.
    expect(pathsWith(server, /^import (?!type ).*from 'undici'/m)).toEqual([
      'src/server/proxy/upstream/live-upstream.ts',
      'src/server/proxy/upstream/proxy-tunnel.ts',
    ]);
  });

  test('what the page keeps in the browser is named by ownName, so that builders on one host keep apart', () => {
    const bare = /(?<!ownName\()['"`](?:ief-(?:builder|submit)[\w. -]|ief-builder['"`]|mui-mode)/;
    expect(bare.test("localStorage.getItem('ief-builder.pane')")).toBe(true);
    expect(bare.test("openDB('ief-builder', 1)")).toBe(true);
    expect(bare.test("localStorage.getItem(ownName('ief-builder.pane'))")).toBe(false);
    expect(pathsWith(page, bare)).toEqual([]);
  });

  test('the environment is read by the mains and given to the configuration', () => {
    expect(pathsWith([...page, ...server], /process\.env\b/).toSorted()).toEqual([
      'src/server/app.main.ts',
      'src/server/dev-listener.ts',
      'src/server/mock-ief.main.ts',
    ]);
  });

  test('no text becomes markup or code', () => {
    const sinks =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
    expect(pathsWith([...page, ...server], sinks)).toEqual([]);
  });

  test('there are no barrels', () => {
    const all = [...page, ...server];
    expect(all.filter(([path]) => /\/index\.tsx?$/.test(path))).toEqual([]);
    expect(pathsWith(all, /^export (?:type )?(?:\*|\{[^}]*\})[^;]*? from '/m)).toEqual([]);
  });

  test('of zod only mini gets into what the page loads first', () => {
    const packages = packagesOf('src/app/start/mount-page.tsx', new Set());
    const zod = packages.filter((name) => /^zod\b/.test(name));
    expect([...new Set(zod)]).toEqual(['zod/mini']);
    // One value out of these namespaces keeps all of zod in the bundle: 67 KiB.
    const whole =
      /(?<!import type )\b(?:z\.(?:core|locales)\b|import \{[^}]*(?<!type )\bcore\b[^}]*\} from 'zod\/mini')/;
    expect(whole.test('z.core.$ZodType.init(one, two)')).toBe(true);
    expect(whole.test("import { core } from 'zod/mini';")).toBe(true);
    expect(whole.test("import { config, type core } from 'zod/mini';")).toBe(false);
    expect(pathsWith(page, whole)).toEqual([]);
  });

  test('zod never compiles code, as the Content-Security-Policy of the page forbids it', () => {
    const users = page.filter(([, text]) => /^import .*'zod\/mini'/m.test(text));
    expect(users.length).toBeGreaterThan(1);
    expect(pathsWith(users, /^config\(\{ jitless: true \}\);/m)).toEqual([
      'src/domain/core/refuse.ts',
    ]);
  });

  test('every test is run: unit tests end in .test.ts, component tests in .test.tsx, journeys in .spec.ts', () => {
    const tests = [...sources.keys()].filter((path) => /\.(?:test|spec)\.\w+$/.test(path));
    const isRun = /^src\/.*\.test\.tsx?$|^e2e\/journeys\/[^/]*\.spec\.ts$/;
    expect(tests.filter((path) => !isRun.test(path))).toEqual([]);
  });

  test('both languages of the page fill in the same values', () => {
    const english = placeholdersOf(en);
    expect(english.size).toBeGreaterThan(100);
    for (const [key, values] of placeholdersOf(zh)) {
      // Chinese has one form where English has two.
      expect([key, values]).toEqual([key, english.get(key) ?? english.get(`${key}_other`)]);
    }
  });
});

describe('the project', () => {
  test('names no path of a machine and no registry', () => {
    const files = [...sources].filter(([path]) => path !== 'package-lock.json');
    expect(pathsWith(files, /(?<![\w.)}])\/(?:root|work|Users|home)\/\w/)).toEqual([]);
    expect(pathsWith(files, /\bregistry\.[a-z0-9-]+\.[a-z]|npmmirror|artifactory/i)).toEqual([]);
  });

  test('documents every fault and every code of the mock', () => {
    const documented = sources.get('docs/mock.md') ?? '';
    const codes = sources.get('src/server/mock-ief/kit/errors.ts')?.match(/MOCK\.\d{6}/g) ?? [];
    expect(codes.length).toBeGreaterThan(20);
    expect([...codes, ...faultNames].filter((name) => !documented.includes(`\`${name}\``))).toEqual(
      [],
    );
  });

  test('locks packages without saying where they were fetched', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  test('names every package by its exact version', () => {
    const { dependencies, devDependencies, overrides } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

/** The packages that a file loads at once, itself or through its own imports of values. */
function packagesOf(path: string, seen: Set<string>): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = sources.get(path) ?? '';
  const imports = text.matchAll(/^(?:import|export)(?! type\b)[^;'"]*?(?:from )?'([^']+)';/gm);
  return [...imports].flatMap(([, source = '']) => {
    if (source.startsWith('.')) return packagesOf(join(dirname(path), source), seen);
    if (source.startsWith('#src/')) return packagesOf(source.slice(1), seen);
    return [source];
  });
}

/** The names between double braces, by the key of the text. */
function placeholdersOf(words: object, prefix = ''): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(words)) {
    const name = prefix + key;
    if (typeof value === 'string') {
      found.set(name, [...new Set(value.match(/\{\{\w+/g))].toSorted());
    } else {
      for (const entry of placeholdersOf(value as object, `${name}.`)) found.set(...entry);
    }
  }
  return found;
}
