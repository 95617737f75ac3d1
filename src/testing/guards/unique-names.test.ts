import { expect, test } from 'vitest';
import { page, server } from './sources.ts';

type Source = readonly [path: string, text: string];

const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|type|interface|enum) (\w+)/gm;

/** The names that more than one file exports, with these files. */
function sharedNames(files: readonly Source[]): readonly string[] {
  const filesByName = new Map<string, Set<string>>();
  for (const [path, text] of files) {
    for (const [, name = ''] of text.matchAll(EXPORT)) {
      filesByName.set(name, (filesByName.get(name) ?? new Set()).add(path));
    }
  }
  return [...filesByName]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
}

test('finds a name that two files export, of any kind', () => {
  const files = [
    ['a.ts', 'export function make() {}\nexport interface Part {}\nconst own = 1;\n'],
    ['b.ts', 'export type Part = string;\nexport async function make() {}\nconst own = 2;\n'],
    ['c.ts', 'export function other(): void;\nexport function other(x?: string) {}\n'],
  ] as const;
  expect(sharedNames(files)).toEqual(['make: a.ts, b.ts', 'Part: a.ts, b.ts']);
});

test('an exported name means one thing in the repository', () => {
  const files = [...page, ...server];
  expect(files.length).toBeGreaterThan(500);
  expect(sharedNames(files)).toEqual([]);
});
