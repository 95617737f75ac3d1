import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './check-project.ts';
import { sources } from './sources.ts';

const files = ['src', 'e2e', 'docs', 'scripts', 'deploy', 'public'].flatMap((folder) => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path}`,
  ),
]);
const documents = [...sources].filter(
  ([path, text]) =>
    path.endsWith('.md') &&
    !/^docs\/reference\/|^src\/convert\/cases\//.test(path) &&
    !/^Date: .* Status: superseded/m.test(text),
);

/** The quoted paths in a Markdown text that match no file or folder. `*` matches any name. */
function missingPaths(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  return quoted.filter((path) => {
    const isFromRoot = /^(?:src|e2e|docs|scripts|deploy|public)\//.test(path);
    const isFile = /^[\w./*-]+\.(?:tsx?|mjs|css|md)$/.test(path);
    // Capitals and brackets are placeholders.
    if (!(isFromRoot || isFile) || /[<>{}]|[A-Z]{4}/.test(path)) return false;
    const name = path
      .replace(/\/$/, '')
      .replace(/^(?:\.\.?\/)+/, '')
      .replaceAll(/[.+?^$()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '[^/]*');
    const pattern = new RegExp(isFromRoot ? `^${name}$` : `(?:^|/)${name}$`);
    return !files.some((file) => pattern.test(file)) && !sources.has(path);
  });
}

test('finds a path without a file', () => {
  const text =
    'See `src/main.ts`, `src/app/`, `sources.ts`, `*.md`, `src/gone.ts`, `gone.ts` and `PATH.ts`.';
  expect(missingPaths(text)).toEqual(['src/gone.ts', 'gone.ts']);
});

test.each(documents)('%s only names files that exist', (_path, text) => {
  expect(missingPaths(text)).toEqual([]);
});

const { scripts } = JSON.parse(sources.get('package.json') ?? '{}') as { scripts: object };

/** The scripts that a Markdown text runs and package.json does not have. */
function missingScripts(text: string): readonly string[] {
  const named = [...text.matchAll(/\bnpm run (?:-s |--silent )?([a-z][\w:-]*)/g)];
  return named.map(([, name = '']) => name).filter((name) => !Object.hasOwn(scripts, name));
}

test('finds a script that does not exist', () => {
  expect(
    missingScripts('`npm run -s validate -- a.json`, `npm run e2e` and `npm run gone`'),
  ).toEqual(['gone']);
});

test.each(documents)('%s only names scripts that exist', (_path, text) => {
  expect(missingScripts(text)).toEqual([]);
});

test('README.md lists every folder of src', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const readme = sources.get('README.md') ?? '';
  expect(folders.filter((name) => !readme.includes(`\n  ${name}/ `))).toEqual([]);
});
