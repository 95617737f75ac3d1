import { expect, test } from 'vitest';
import { connectionEn } from '#src/app/words/connection-en.ts';
import { en } from '#src/app/words/en.ts';
import { submitEn } from '#src/app/words/submit-en.ts';
import { zh } from '#src/app/words/zh.ts';
import { faultNames } from '#src/server/mock-ief/faults/faults.ts';
import { page, sources } from './sources.ts';

test('both languages of the page use the same placeholders', () => {
  const english = placeholdersOf(en);
  expect(english.size).toBeGreaterThan(100);
  for (const [key, values] of placeholdersOf(zh)) {
    // Chinese has no plural form.
    expect([key, values]).toEqual([key, english.get(key) ?? english.get(`${key}_other`)]);
  }
});

test('docs/mock.md lists every fault and error code of the mock', () => {
  const documented = sources.get('docs/mock.md') ?? '';
  const codes = sources.get('src/server/mock-ief/kit/errors.ts')?.match(/MOCK\.\d{6}/g) ?? [];
  expect(codes.length).toBeGreaterThan(20);
  expect([...codes, ...faultNames].filter((name) => !documented.includes(`\`${name}\``))).toEqual(
    [],
  );
});

test('every entry of a table of words is used', () => {
  const table = 'export const aWords = {\n  used: 1,\n  unused: (count: number) => count,\n};\n';
  const user = "import { aWords as words } from './a-words.ts';\ntranslate(words.used);\n";
  const byName = "import { aWords as words } from './a-words.ts';\ntranslate(words[name]);\n";
  expect(
    unusedWords([
      ['a-words.ts', table],
      ['A.tsx', user],
    ]),
  ).toEqual(['aWords.unused']);
  expect(
    unusedWords([
      ['a-words.ts', table],
      ['A.tsx', byName],
    ]),
  ).toEqual([]);
  expect(page.filter(([path]) => path.endsWith('words.ts')).length).toBeGreaterThan(50);
  expect(unusedWords(page)).toEqual([]);
});

// Elsewhere the page would show the key of a word that is not loaded yet.
test.each([
  [
    'connection',
    connectionEn,
    // FormInput offers a fix only in forms of the connection.
    /^src\/(?:features\/(?:connection|access)\/|app\/page\/connection\/|ui\/forms\/)/,
  ],
  ['submit', submitEn, /^src\/features\/submit\//],
] as const)('words that load with the %s are used only by its parts', (_name, words, parts) => {
  const loadedFirst = placeholdersOf(en);
  const keys = [...placeholdersOf(words).keys()].filter((key) => !loadedFirst.has(key));
  expect(keys.length).toBeGreaterThan(50);
  const plain = new Set(keys.map((key) => key.replace(/_(?:one|other)$/, '')));
  const users = page.filter(([path, text]) => {
    if (parts.test(path) || path.startsWith('src/app/words/')) return false;
    return [...text.matchAll(/'([\w.]+\.\w+)'/g)].some(([, key = '']) => plain.has(key));
  });
  expect(users.map(([path]) => path)).toEqual([]);
});

/** The entries of tables of words that no file reads. Tables that are also read by a variable name are left out. */
function unusedWords(files: readonly (readonly [path: string, text: string])[]): readonly string[] {
  const tables = files.flatMap(([path, text]) =>
    path.endsWith('words.ts') ? [...text.matchAll(/^export const (\w+) = \{\n(.*?)^\}/gms)] : [],
  );
  return tables.flatMap(([definition, name = '', body = '']) => {
    const uses = files
      .filter(([, text]) => text.includes(name))
      .map(([, text]) => text.replace(definition, ''))
      .map((text) => {
        const [, alias = name] = new RegExp(`\\b${name} as (\\w+)`).exec(text) ?? [];
        const code = text.replaceAll(/^import [^;]*;/gm, '');
        return [...code.matchAll(new RegExp(`(?<!\\w\\.)\\b${alias}\\b(?:\\.(\\w+))?`, 'g'))];
      })
      .flat();
    const keys = uses.map(([, key]) => key);
    if (keys.includes(undefined)) return [];
    const entries = [...body.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, key = '']) => key);
    return entries.filter((key) => !keys.includes(key)).map((key) => `${name}.${key}`);
  });
}

/** The placeholder names of each text, by key. */
function placeholdersOf(words: object, prefix = ''): Map<string, readonly string[]> {
  const placeholders = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(words)) {
    const name = prefix + key;
    if (typeof value === 'string') {
      placeholders.set(name, [...new Set(value.match(/\{\{\w+/g))].toSorted());
    } else {
      for (const entry of placeholdersOf(value as object, `${name}.`)) placeholders.set(...entry);
    }
  }
  return placeholders;
}
