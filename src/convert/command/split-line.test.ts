import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinCommandLine, splitCommandLine } from './split-line.ts';

test.each<[string, readonly string[] | undefined]>([
  ['', []],
  ['  ', []],
  ['a "b c" \'d e\' f\\ g', ['a', 'b c', 'd e', 'f g']],
  [`sh -c 'echo "$HOME" | wc -l'`, ['sh', '-c', 'echo "$HOME" | wc -l']],
  ['a | b && c $D ;', ['a', '|', 'b', '&&', 'c', '$D', ';']],
  ['a \'\' ""', ['a', '', '']],
  ['a \\\n  --b', ['a', '--b']],
  ['# a', ['#', 'a']],
  ['a\\\n b', ['a', 'b']],
  [`'a\\"b'"c"`, ['a\\"bc']],
  ['"a\\$b\\c"', ['a$b\\c']],
  ['a "b', undefined],
  ["a 'b", undefined],
  ['a \\', undefined],
])('%j', (line, words) => {
  expect(splitCommandLine(line)).toEqual(words);
});

test.each([
  [['sh', '-c', 'echo 1'], "sh -c 'echo 1'"],
  [["it's", ''], `"it's" ''`],
  [['--opt=a,b', '/dev/ttyUSB0:rw'], '--opt=a,b /dev/ttyUSB0:rw'],
  [['*', '$A'], "'*' '$A'"],
])('%j is written as %s', (words, line) => {
  expect(joinCommandLine(words)).toBe(line);
});

test('all words survive', () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    '\\',
    '$',
    '`',
    ' ',
    '\n',
    '\r',
    '\t',
    '#',
    'a',
    '!',
    '中',
  );
  const word = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(splitCommandLine(joinCommandLine(words))).toEqual(words);
    }),
  );
});

test('the words are those of a shell', () => {
  const piece = fc.constantFrom('a', ' ', '"', "'", '\\', '"x y"', "'z'", '\n', '=', '/');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const line = pieces.join('');
      // A line break ends the command of a shell.
      const own = splitCommandLine(line);
      fc.pre(!line.endsWith('\\') && !/\n/.test(line));
      const run = spawnSync('sh', ['-c', `printf '%s\\0' x ${line}`], { encoding: 'utf8' });
      if (run.status === 0)
        expect(['x', ...(own ?? [])]).toEqual(run.stdout.split('\0').slice(0, -1));
      else expect(own).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test('the time is linear in the length of the line', () => {
  const started = performance.now();
  expect(splitCommandLine(`"a" 'b' c\\d `.repeat(20_000))).toHaveLength(60_000);
  expect(performance.now() - started).toBeLessThan(2_000);
});
