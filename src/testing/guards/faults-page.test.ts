import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './check-project.ts';

const abbreviations: Readonly<Record<string, string>> = {
  F: 'src/server/fault-table.test.ts',
  C: 'src/server/auth/credentials.test.ts',
  U: 'src/features/submit/submission/submission.test.ts',
  R: 'src/domain/lookup/lookup.test.ts',
};

const journeyFiles = readdirSync(join(root, 'e2e/journeys'), { recursive: true, encoding: 'utf8' });

function journeyPath(name: string): string {
  const file = journeyFiles.find((path) => basename(path) === `${name}.spec.ts`);
  return `e2e/journeys/${file ?? `${name}.spec.ts`}`;
}

interface Row {
  readonly numbers: readonly string[];
  readonly shownBy: string;
}

const rows: readonly Row[] = readFileSync(join(root, 'docs/faults.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| S\d/.test(line))
  .map((line) => {
    const [, numbers = '', , , shownBy = ''] = line.split('|');
    return { numbers: numbers.match(/S\d+/g) ?? [], shownBy };
  });

/** The test files that a row names. `npm run load` is a program, not a test file. */
function filesOf({ shownBy }: Row): readonly string[] {
  const quoted = [...shownBy.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  const journeys = quoted.filter((name) => !name.includes('/') && !name.startsWith('npm'));
  const letters = shownBy.replaceAll(/`[^`]*`/g, '').match(/\b[FCUR]\b/g) ?? [];
  return [
    ...letters.map((letter) => abbreviations[letter]!),
    ...journeys.map(journeyPath),
    ...quoted.filter((name) => name.includes('/')),
  ];
}

test('docs/faults.md lists every fault once', () => {
  const numbers = rows.flatMap((row) => row.numbers);
  expect(numbers).toEqual(Array.from({ length: 52 }, (_, index) => `S${index + 1}`));
});

test.each(rows.map((row) => [row.numbers.join(', '), row] as const))(
  'the tests listed for %s have its number in a title',
  (_numbers, row) => {
    const files = filesOf(row);
    expect(files.length > 0 || row.shownBy.includes('`npm run load`')).toBe(true);
    const covered = new Set<string>();
    const wrongFiles = files.filter((file) => {
      if (!/\.(test|spec)\.ts$/.test(file) || !existsSync(join(root, file))) return true;
      const text = readFileSync(join(root, file), 'utf8');
      const contained = row.numbers.filter((number) =>
        new RegExp(`['\u0060].*\\b${number}\\b`).test(text),
      );
      for (const number of contained) covered.add(number);
      return contained.length === 0;
    });
    expect(wrongFiles).toEqual([]);
    if (files.length > 0) expect([...covered].sort()).toEqual(row.numbers);
  },
);
