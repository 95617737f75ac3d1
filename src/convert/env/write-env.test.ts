import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEnv } from './read-env.ts';
import { writeEnvEntry } from './write-env.ts';

test.each([
  ['A', 'plain', 'A=plain'],
  ['A', '', 'A='],
  ['A', 'two words', 'A=two words'],
  ['A', ' edge ', "A=' edge '"],
  ['A', 'x #y', "A='x #y'"],
  ['A', '$HOME', "A='$HOME'"],
  ['A', 'one\ntwo', "A='one\ntwo'"],
  ['A', "it's", "A=it's"],
  ['A', "it's\n$X", String.raw`A="it's\n\$X"`],
  ['A', 'a\r\nb', String.raw`A="a\r\nb"`],
  ['A', String.raw`C:\new`, String.raw`A=C:\new`],
  ['odd.name', '1', 'odd.name=1'],
])('%s set to %j', (name, value, text) => {
  expect(writeEnvEntry(name, value)).toBe(text);
});

test.each(['', 'A B', '# x', 'A=B', 'export A ', ' A', 'A\nB'])(
  'the name %j cannot be written',
  (name) => {
    expect(writeEnvEntry(name, 'x')).toBeUndefined();
  },
);

test('every value is read back unchanged, also among other lines', () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    '`',
    '\\',
    '$',
    '#',
    ' ',
    '\n',
    '\r',
    '\t',
    'a',
    '=',
    '{',
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.array(piece, { maxLength: 9 }).map((all) => all.join('')),
          fc.string(),
        ),
      ),
      (values) => {
        const lines = values.map((value, index) => writeEnvEntry(`NAME_${index}`, value));
        expect(lines).not.toContain(undefined);
        const { entries, skipped } = readEnv(lines.join('\n'));
        expect(entries.map(({ value }) => value)).toEqual(values);
        expect(skipped).toEqual([]);
      },
    ),
  );
});
