import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './check-project.ts';
import { page, pathsWith, server, sources } from './sources.ts';

const ZOD_CONFIG = 'src/domain/core/zod-config.ts';

describe('the source files', () => {
  test('are found', () => {
    expect(page.length).toBeGreaterThan(100);
    expect(server.length).toBeGreaterThan(40);
  });

  test('only serve.ts opens a port, and only main files call it', () => {
    const all = [...page, ...server];
    expect(pathsWith(all, /\.listen\(/)).toEqual(['src/server/http/listen/serve.ts']);
    expect(pathsWith(all, /import \{ serve\b/).toSorted()).toEqual([
      'src/server/app.main.ts',
      'src/server/mock-ief.main.ts',
    ]);
  });

  test('only client/http uses the network in the page, only proxy/upstream in the server', () => {
    expect(pathsWith(page, /(?<![\w.])fetch\(/)).toEqual([
      'src/client/http/open-stream.ts',
      'src/client/http/request.ts',
    ]);
    expect(
      pathsWith(page, /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|fetch\.bind)\b/),
    ).toEqual([]);
    expect(pathsWith(server, /(?<![\w.])fetch\(/)).toEqual([]);
    // Type imports are harmless.
    expect(pathsWith(server, /^import (?!type ).*from 'undici'/m)).toEqual([
      'src/server/proxy/upstream/live-upstream.ts',
      'src/server/proxy/upstream/proxy-tunnel.ts',
    ]);
  });

  test('storage names of the page go through ownName, so that builders on one host stay separate', () => {
    const bare =
      /(?<!ownName\(|databaseOpener(?:<\w+>)?\(\s*)['"`](?:ief-(?:builder|submit)[\w. -]|ief-builder['"`]|mui-mode)/;
    expect(bare.test("localStorage.getItem('ief-builder.pane')")).toBe(true);
    expect(bare.test("openDB('ief-builder', 1)")).toBe(true);
    expect(bare.test("localStorage.getItem(ownName('ief-builder.pane'))")).toBe(false);
    expect(bare.test("databaseOpener<Schema>(\n  'ief-builder',")).toBe(false);
    // The formats of downloaded files, not storage names.
    expect(pathsWith(page, bare)).toEqual([
      'src/features/drafts/menu/drafts-file.ts',
      'src/features/drafts/templates/templates-file.ts',
    ]);
    // databaseOpener calls ownName itself.
    expect(pathsWith(page, /\bopenDB\b/)).toEqual(['src/client/storage/open-database.ts']);
    expect(pathsWith(page, /\bopenDB<Schema>\(ownName\(name\),/)).toHaveLength(1);
  });

  test('no component handles events that controls of the document keep from React', () => {
    const handler =
      /\bon(?:KeyUp|KeyPress|BeforeInput|Select|Composition\w+)(?:Capture)?[=:]|<(?:div|form|fieldset|ul|li)\b[^<]*\bon(?:Input|Change)=/;
    expect(handler.test('<div onKeyUp={submit}>')).toBe(true);
    expect(handler.test('<form className={styles.form} onChange={save}>')).toBe(true);
    expect(pathsWith(page, handler)).toEqual([]);
  });

  test('only main files read the environment', () => {
    expect(pathsWith([...page, ...server], /process\.env\b/).toSorted()).toEqual([
      'src/cli/export/export.main.ts',
      'src/cli/rollout/rollout.main.ts',
      'src/server/app.main.ts',
      'src/server/dev-listener.ts',
      'src/server/mock-ief.main.ts',
    ]);
  });

  test('the title of the tab is in the language of the page: one hook sets it', () => {
    expect(pathsWith(page, /\bdocument\.title = /)).toEqual(['src/ui/words/use-tab-title.ts']);
    const components = page.filter(([path]) => path.endsWith('.tsx'));
    expect(pathsWith(components, /IEF Deployment Builder/)).toEqual([]);
  });

  test('no text is inserted as HTML or run as code', () => {
    const sinks =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
    expect(pathsWith([...page, ...server], sinks)).toEqual([]);
  });

  test('there are no barrels', () => {
    const all = [...page, ...server];
    expect(all.filter(([path]) => /\/index\.tsx?$/.test(path))).toEqual([]);
    expect(pathsWith(all, /^export (?:type )?(?:\*|\{[^}]*\})[^;]*? from '/m)).toEqual([]);
  });

  test('the first load of the page contains only zod/mini', () => {
    const packages = packagesOf('src/app/App.tsx', new Set());
    const zod = packages.filter((name) => /^zod\b/.test(name));
    expect([...new Set(zod)]).toEqual(['zod/mini']);
    // A single value from these namespaces puts all of zod into the bundle: 67 KiB.
    const whole =
      /(?<!import type )\b(?:z\.(?:core|locales)\b|import \{[^}]*(?<!type )\bcore\b[^}]*\} from 'zod\/mini')/;
    expect(whole.test('z.core.$ZodType.init(one, two)')).toBe(true);
    expect(whole.test("import { core } from 'zod/mini';")).toBe(true);
    expect(whole.test("import { config, type core } from 'zod/mini';")).toBe(false);
    expect(pathsWith(page, whole)).toEqual([]);
  });

  test('zod does not compile code, which the Content-Security-Policy of the page forbids', () => {
    const users = page.filter(([, text]) => /^import .*'zod\/mini'/m.test(text));
    expect(users.length).toBeGreaterThan(1);
    expect(pathsWith(users, /^config\(\{ jitless: true \}\);/m)).toEqual([ZOD_CONFIG]);
  });

  // Unit tests that share modules, and a page that loads its parts in some order, would hide a missing import.
  test('every module of the page that makes schemas loads the settings of zod first', () => {
    const makers = page.filter(
      ([path, text]) => path !== ZOD_CONFIG && /^import (?!type )[^;]*'zod\/mini'/m.test(text),
    );
    expect(makers.length).toBeGreaterThan(10);
    const late = makers.filter(([path]) => {
      const loaded = new Set<string>();
      packagesOf(path, loaded);
      return !loaded.has(ZOD_CONFIG);
    });
    expect(late.map(([path]) => path)).toEqual([]);
  });

  // The first formatter of a kind loads its data, which blocks a slow phone for up to a quarter of a second.
  test('no module of the page creates a formatter while it loads', () => {
    const formatter = /^(?:export )?const \w+(?:: [^=]+)? = new Intl\./m;
    expect(formatter.test("const byName = new Intl.Collator('en');")).toBe(true);
    expect(formatter.test("  const byName = new Intl.Collator('en');")).toBe(false);
    expect(pathsWith(page, formatter)).toEqual([]);
  });

  test('journeys never sleep', () => {
    const journeys = [...sources].filter(([path]) => path.startsWith('e2e/'));
    expect(journeys.length).toBeGreaterThan(50);
    const sleep = /\bwaitForTimeout\b|\bsleep\(/;
    expect(sleep.test('await page.waitForTimeout(500);')).toBe(true);
    expect(pathsWith(journeys, sleep)).toEqual([]);
  });

  test('every test file is run: unit tests *.test.ts, component tests *.test.tsx, journeys *.spec.ts', () => {
    const tests = [...sources.keys()].filter((path) => /\.(?:test|spec)\.\w+$/.test(path));
    const isRun = /^src\/.*\.test\.tsx?$|^e2e\/journeys\/[^/]*\/[^/]*\.spec\.ts$/;
    expect(tests.filter((path) => !isRun.test(path))).toEqual([]);
  });
});

describe('the project', () => {
  test('contains no path of a machine and no registry host', () => {
    const files = [...sources].filter(([path]) => path !== 'package-lock.json');
    expect(pathsWith(files, /(?<![\w.)}])\/(?:root|work|Users|home)\/\w/)).toEqual([]);
    expect(pathsWith(files, /\bregistry\.[a-z0-9-]+\.[a-z]|npmmirror|artifactory/i)).toEqual([]);
  });

  test('has a lock file without download addresses', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  test('pins every package to an exact version', () => {
    const { dependencies, devDependencies, overrides } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

/** The packages that a file imports statically, directly or indirectly. Ignores type imports. */
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
