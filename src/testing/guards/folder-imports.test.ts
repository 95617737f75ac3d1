import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { page, server } from './sources.ts';

type SourceFile = readonly [path: string, text: string];

/** The paths that a file imports from this project, lazily loaded and type-only ones included. */
function importsOf([path, text]: SourceFile): readonly string[] {
  const specifiers = text.matchAll(/\b(?:from|import)\s*\(?\s*'((?:\.{1,2}\/|#src\/)[^']+)'/g);
  return [...specifiers].map(([, specifier = '']) =>
    specifier.startsWith('#')
      ? specifier.slice(1)
      : posix.normalize(`${posix.dirname(path)}/${specifier}`),
  );
}

/** The pairs of folders that import each other, each with one import in both directions. */
function mutualImports(files: readonly SourceFile[]): readonly string[] {
  const examples = new Map<string, string>();
  for (const file of files) {
    const from = posix.dirname(file[0]);
    for (const imported of importsOf(file)) {
      const to = posix.dirname(imported);
      if (to !== from) examples.set(`${from} ${to}`, `${file[0]} imports ${imported}`);
    }
  }
  return [...examples].flatMap(([pair, example]) => {
    const [from = '', to = ''] = pair.split(' ');
    const back = examples.get(`${to} ${from}`);
    return from < to && back !== undefined ? [`${example}; ${back}`] : [];
  });
}

test('finds folders that import each other: siblings, parent and child, lazily and by type', () => {
  const files = [
    ['src/a/one.ts', "import { two } from '../b/two.ts';\n"],
    ['src/b/two.ts', "import type { One } from '#src/a/one.ts';\n"],
    ['src/c/top.ts', "const load = () => import('./d/part.ts');\n"],
    ['src/c/d/part.ts', "import { top } from '../top.ts';\n"],
    ['src/e/alone.ts', "import { top } from '#src/c/top.ts';\nimport { own } from './own.ts';\n"],
  ] as const;
  expect(mutualImports(files)).toEqual([
    'src/a/one.ts imports src/b/two.ts; src/b/two.ts imports src/a/one.ts',
    'src/c/top.ts imports src/c/d/part.ts; src/c/d/part.ts imports src/c/top.ts',
  ]);
});

test('no two folders import each other', () => {
  const files = [...page, ...server];
  expect(files.flatMap(importsOf).length).toBeGreaterThan(1500);
  expect(mutualImports(files)).toEqual([]);
});
