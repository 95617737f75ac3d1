import { beforeAll, describe, expect, test } from 'vitest';
import { makeProject, runScript } from './check-project.ts';

describe('the layer check', () => {
  // Each file contains one import. Each line tests one claim of docs/decisions/0001.
  const refused: readonly (readonly [path: string, source: string])[] = [
    ['src/json/a.ts', '#src/domain/core/good.ts'],
    ['src/json/b.ts', 'zod'],
    ['src/domain/core/a.ts', 'react'],
    ['src/domain/core/b.ts', 'node:fs'],
    ['src/domain/core/c.ts', '#src/domain/deployment/good.ts'],
    ['src/domain/deployment/a.ts', '#src/document/good.ts'],
    ['src/domain/lookup/a.ts', '#src/domain/deployment/good.ts'],
    ['src/domain/health/a.ts', '#src/domain/deployment/good.ts'],
    ['src/domain/preflight/a.ts', '#src/document/good.ts'],
    ['src/domain/rollout/a.ts', '#src/convert/good.ts'],
    ['src/document/a.ts', '#src/domain/core/good.ts'],
    ['src/document/b.ts', 'zod'],
    ['src/convert/a.ts', '#src/client/good.ts'],
    ['src/convert/b.ts', 'node:fs'],
    ['src/client/a.ts', '#src/ui/good.ts'],
    ['src/client/b.ts', '@mui/material/Box'],
    ['src/ui/a.ts', '#src/domain/deployment/good.ts'],
    ['src/ui/b.ts', '#src/client/good.ts'],
    ['src/ui/c.ts', 'wouter'],
    ['src/views/a.ts', '#src/client/good.ts'],
    ['src/reference/a.ts', '#src/document/good.ts'],
    ['src/features/one/a.ts', '#src/features/two/good.ts'],
    ['src/features/one/b.ts', '../two/good.ts'],
    ['src/features/one/c.ts', '#src/app/good.ts'],
    ['src/features/one/d.ts', 'node:fs'],
    ['src/app/a.ts', '#src/server/good.ts'],
    ['src/server/a.ts', '#src/document/good.ts'],
    ['src/server/b.ts', 'vite'],
    ['src/server/e.ts', '#src/client/good.ts'],
    ['src/server/c.ts', './some.fixture.ts'],
    ['src/server/d.ts', '#src/testing/good.ts'],
    ['src/server/rollouts/a.ts', '#src/document/good.ts'],
    ['src/cli/a.ts', '#src/server/good.ts'],
    ['src/cli/b.ts', '#src/app/good.ts'],
    ['src/main.ts', '#src/features/one/good.ts'],
  ];
  const allowed: readonly (readonly [path: string, source: string])[] = [
    ['src/domain/core/x.ts', '#src/json/good.ts'],
    ['src/document/y.ts', '#src/json/good.ts'],
    ['src/features/one/w.ts', '#src/json/good.ts'],
    ['src/server/x.ts', '#src/json/good.ts'],
    ['src/domain/core/y.ts', 'zod'],
    ['src/features/one/v.ts', 'zod/mini'],
    ['src/domain/deployment/y.ts', '#src/domain/core/good.ts'],
    ['src/domain/preflight/y.ts', '#src/domain/deployment/good.ts'],
    ['src/domain/rollout/y.ts', '#src/domain/deployment/good.ts'],
    ['src/views/y.ts', '#src/ui/good.ts'],
    ['src/reference/y.ts', '#src/domain/deployment/good.ts'],
    ['src/convert/y.ts', '#src/document/good.ts'],
    ['src/convert/z.ts', 'yaml'],
    ['src/client/y.ts', '@tanstack/react-query'],
    ['src/ui/y.ts', '@mui/material/Box'],
    ['src/ui/z.ts', '#src/domain/core/good.ts'],
    ['src/features/one/x.ts', './good.ts'],
    ['src/features/one/y.ts', '#src/ui/good.ts'],
    ['src/features/one/z.ts', '#src/domain/deployment/good.ts'],
    ['src/app/y.ts', '#src/features/one/good.ts'],
    ['src/server/y.ts', 'node:fs'],
    ['src/server/z.ts', '#src/domain/deployment/good.ts'],
    ['src/server/w.ts', '#src/convert/good.ts'],
    ['src/server/v.ts', '#src/server/rollouts/good.ts'],
    ['src/server/rollouts/x.ts', '#src/server/good.ts'],
    ['src/server/rollouts/y.ts', 'kysely'],
    ['src/cli/x.ts', '#src/server/rollouts/good.ts'],
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
      'src/features/one/re-export.ts': "export { good } from '#src/app/good.ts';\n",
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
      'server/rollouts',
      'cli',
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
  });

  test.each(refused)('refuses in %s the import of %s', (path) => {
    expect(refusals).toContain(`${path} dependencies`);
  });

  test.each(allowed)('allows in %s the import of %s', (path) => {
    expect(refusals.filter((line) => line.startsWith(path))).toEqual([]);
  });

  test('refuses dynamic imports and re-exports', () => {
    expect(refusals).toContain('src/features/one/dynamic.ts dependencies');
    expect(refusals).toContain('src/features/one/re-export.ts dependencies');
  });

  test('refuses a file outside every layer', () => {
    expect(refusals).toContain('src/stray/good.ts no-unknown-files');
    expect(refusals).toContain('src/stray.ts no-unknown-files');
  });
});
