import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommands } from './shell-words.ts';
import { detectShell } from './shells.ts';

const wordsOf = (text: string) =>
  readCommands(text).commands.map(({ words }) => words.map((word) => word.text));

describe('the words of a command', () => {
  test.each<[string, string, string[][]]>([
    ['quotes', `a 'b c' "d e" f\\ g ''`, [['a', 'b c', 'd e', 'f g', '']]],
    ['continued lines in bash', 'a \\\n  b\\\n c', [['a', 'b', 'c']]],
    ['continued lines in PowerShell', 'a `\r\n  b `\n c', [['a', 'b', 'c']]],
    ['continued lines in cmd', 'a ^\r\n  b ^\n c', [['a', 'b', 'c']]],
    ['several commands', 'a b; c && d | e\nf', [['a', 'b'], ['c'], ['d'], ['e'], ['f']]],
    ['comments', '# x\na b # c\nd#e', [['a', 'b'], ['d#e']]],
    ['backslashes in PowerShell', 'a C:\\x `\n "D:\\y z"', [['a', 'C:\\x', 'D:\\y z']]],
    ['single quotes in cmd', "a 'b ^\n c'", [['a', "'b", "c'"]]],
    ['escaped quotes in cmd', 'a "{\\"b\\": \\"c d\\"}" ^\n e', [['a', '{"b": "c d"}', 'e']]],
    [
      'doubled quotes in PowerShell',
      `a "b ""c d"" e" 'it''s' "" 'q"' ^\nPS x> "x\`"y\`tz"`,
      [
        ['a', 'b "c d" e', "it's", '', 'q"', '^'],
        ['PS', 'x>', 'x"y\tz'],
      ],
    ],
    [
      'doubled quotes in cmd',
      'a "b ""c d"" e" "{""f"":1}" "" "it\'s C:\\x" ^\n g\\h\'i',
      [['a', 'b "c d" e', '{"f":1}', '', "it's C:\\x", "g\\h'i"]],
    ],
    ['escapes in double quotes', 'a "\\$B \\`c\\` \\"d\\" \\e"', [['a', '$B `c` "d" \\e']]],
    [
      'here-documents and here-strings',
      "a <<'E' | b -c\nx \" y\nE\nd <<< 'e f' g",
      [['a'], ['b', '-c'], ['d', 'g']],
    ],
    ['substitutions', 'a $(b c) "$(d "e f")"/g `h i`', [['a', '$(b c)', '$(d "e f")/g', '`h i`']]],
  ])('%s', (_, text, wanted) => {
    expect(wordsOf(text)).toEqual(wanted);
  });

  test('have a caveat where a shell would replace something, and none in single quotes', () => {
    const { commands } = readCommands(`a $B \${C} "$(d)" \`e\` '$F' "\\$G" plain`);
    expect(commands[0]?.words.map(({ caveat }) => caveat !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('of a here-document are what the command reads', () => {
    const { commands } = readCommands(
      'a <<-E b <<\'F\'\n\tx $Y \\$z\n\tE\n$w\nF\nc "$(cat <<\'G\'\n{"k": "("}\nG\n)" d',
    );
    expect(commands.map(({ input }) => input?.text)).toEqual(['$w\n', undefined]);
    expect(commands.map(({ words }) => words.map(({ text }) => text))).toEqual([
      ['a', 'b'],
      ['c', '{"k": "("}', 'd'],
    ]);
    const [command] = readCommands('a <<E\n$X \\$y\nE').commands;
    expect(command!.input!.text).toBe('$X $y\n');
    expect(command!.input!.caveat!.en).toContain('only a shell can replace $X');
  });

  test('of an open quote are refused', () => {
    expect(() => readCommands('a "b')).toThrow('This quote is not closed.');
  });

  test('identify the shell by their continuation or prompt', () => {
    expect(detectShell('a \\\n b')).toBe('bash');
    expect(detectShell('PS C:\\> a')).toBe('powershell');
    expect(detectShell('C:\\Users> a')).toBe('cmd');
    expect(detectShell('a `b`\n')).toBe('bash');
    expect(detectShell('a `b`\nc\n')).toBe('bash');
    expect(detectShell('a "b^"\n')).toBe('bash');
  });

  test('are those of a real shell', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '"',
      "'",
      '\\',
      '"x y"',
      "'z'",
      "'u\\v'",
      "$'q\\''",
      '\\ ',
      '=',
      ':',
      '/',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = `x ${pieces.join('')}`;
        const run = spawnSync('bash', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' });
        let own: string[][] | undefined;
        try {
          own = wordsOf(text);
        } catch {
          own = undefined;
        }
        // Shells disagree about a backslash at the end.
        fc.pre(!text.endsWith('\\'));
        if (run.status !== 0) expect(own).toBeUndefined();
        else expect(own).toEqual([run.stdout.split('\0').slice(0, -1)]);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ['a b > /dev/null 2>&1', ['> /dev/null', '2>&1'], ['a', 'b']],
  ['a b &>> "/tmp/a b" c 2>&-', ['&>> "/tmp/a b"', '2>&-'], ['a', 'b', 'c']],
  ['a >|f 1>g', ['>|f', '1>g'], ['a']],
  ['a ` \n  b > $null 2>$null', ['> $null', '2>$null'], ['a', 'b']],
  ['a ^\n  b >nul 2>&1', ['>nul', '2>&1'], ['a', 'b']],
  [`a '> b' "2>&1" \\> 2 -> x=>y`, [], ['a', '> b', '2>&1', '>', '2', '->', 'x=>y']],
])('the redirections of %j are %j, and no words of the command', (text, redirections, words) => {
  const { commands } = readCommands(text);
  expect(commands).toHaveLength(1);
  const [command] = commands;
  expect(command!.words.map((one) => one.text)).toEqual(words);
  expect(command!.redirections.map((one) => one.text)).toEqual(redirections);
  for (const { text: raw, offset } of command!.redirections)
    expect(text.slice(offset, offset + raw.length)).toBe(raw);
});

test.each(['$ a \\\n> b \\\n> c', 'PS C:\\> a `\n>> b `\n>> c', 'C:\\>a ^\nMore? b ^\nMore? c'])(
  'the prompts of the continued lines of %j are left out',
  (text) => {
    const [command] = readCommands(text).commands;
    expect(command!.words.slice(-2).map((word) => word.text)).toEqual(['b', 'c']);
    expect(command!.redirections).toEqual([]);
  },
);
