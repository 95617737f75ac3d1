import { expect, test } from 'vitest';
import { en } from '#src/app/words/en.ts';
import { zh } from '#src/app/words/zh.ts';
import { faultNames } from '#src/server/mock-ief/faults/faults.ts';
import { sources } from './sources.ts';

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
