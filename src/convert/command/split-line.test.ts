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
