import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './gate-project.ts';
import { page, pathsWith, server, sources } from './sources.ts';

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
    expect(pathsWith(page, /(?<![\w.])fetch\(/)).toEqual(['src/client/http/request.ts']);
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
      'src/domain/core/zod-config.ts',
    ]);
  });

  test('journeys wait for what they wait for, never for a time', () => {
    const journeys = [...sources].filter(([path]) => path.startsWith('e2e/'));
    expect(journeys.length).toBeGreaterThan(50);
    const sleep = /\bwaitForTimeout\b|\bsleep\(/;
    expect(sleep.test('await page.waitForTimeout(500);')).toBe(true);
    expect(pathsWith(journeys, sleep)).toEqual([]);
  });

  test('every test is run: unit tests end in .test.ts, component tests in .test.tsx, journeys in .spec.ts', () => {
    const tests = [...sources.keys()].filter((path) => /\.(?:test|spec)\.\w+$/.test(path));
    const isRun = /^src\/.*\.test\.tsx?$|^e2e\/journeys\/[^/]*\/[^/]*\.spec\.ts$/;
    expect(tests.filter((path) => !isRun.test(path))).toEqual([]);
  });
});

describe('the project', () => {
  test('names no path of a machine and no registry', () => {
    const files = [...sources].filter(([path]) => path !== 'package-lock.json');
    expect(pathsWith(files, /(?<![\w.)}])\/(?:root|work|Users|home)\/\w/)).toEqual([]);
    expect(pathsWith(files, /\bregistry\.[a-z0-9-]+\.[a-z]|npmmirror|artifactory/i)).toEqual([]);
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
