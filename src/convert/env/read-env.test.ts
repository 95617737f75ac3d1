import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEnv } from './read-env.ts';

const valueOf = (text: string) => readEnv(text).entries.map(({ value }) => value);

test('the lines of a typical file are read, with their numbers and changes', () => {
  const text = [
    '# settings',
    '',
    'A=1',
    'B=2 three',
    '  export C = "x y"  # why',
    "D='a\\n#b'",
    'E=',
    'F=a#b #c',
    'no sign',
    '=x',
    'two words=1',
    'A=2',
  ].join('\r\n');
  expect(readEnv(text)).toEqual({
    entries: [
      { line: 3, lastLine: 3, name: 'A', value: '1', notes: [], setAgainOn: 12 },
      { line: 4, lastLine: 4, name: 'B', value: '2 three', notes: [] },
      { line: 5, lastLine: 5, name: 'C', value: 'x y', notes: ['export', 'quotes', 'comment'] },
      { line: 6, lastLine: 6, name: 'D', value: 'a\\n#b', notes: ['quotes'] },
      { line: 7, lastLine: 7, name: 'E', value: '', notes: [] },
      { line: 8, lastLine: 8, name: 'F', value: 'a#b', notes: ['comment'] },
      { line: 12, lastLine: 12, name: 'A', value: '2', notes: [] },
    ],
    skipped: [
      { line: 1, text: '# settings', why: 'comment' },
      { line: 9, text: 'no sign', why: 'noEquals' },
      { line: 10, text: '=x', why: 'noName' },
      { line: 11, text: 'two words=1', why: 'spaceInName' },
    ],
  });
});

describe('a value', () => {
  test.each([
    ['A=  padded  ', 'padded'],
    ['A=a=b==', 'a=b=='],
    ['A="say \\"hi\\"\\t\\\\ \\$HOME \\x"', 'say "hi"\t\\ $HOME \\x'],
    ['A=\'it is "so"\'', 'it is "so"'],
    ['A=`hostname` # x', '`hostname`'],
    ['A=""', ''],
    ['A=#not', ''],
    ['A={"a": [1, "#2"]}', '{"a": [1, "#2"]}'],
    ['A=中文 😀', '中文 😀'],
    ['A=\ud800\0', '\ud800\0'],
    ['\u{feff}A=1', '1'],
  ])('of %j is %j', (text, wanted) => {
    expect(valueOf(text)).toEqual([wanted]);
  });

  test.each(['"', "'"])('in %s may have several lines, whatever ends them', (quote) => {
    const { entries } = readEnv(`A=${quote}one\r\n# two\r\n\r\nB=3${quote}\r\nC=4`);
    expect(entries).toEqual([
      { line: 1, lastLine: 4, name: 'A', value: 'one\n# two\n\nB=3', notes: ['quotes'] },
      { line: 5, lastLine: 5, name: 'C', value: '4', notes: [] },
    ]);
  });

  test.each([
    ['a quote that is never closed', 'A="one\nB=2', ['"one', '2'], 'openQuote'],
    ['a quote that only the next value closes', 'A="one\nB="2"', ['"one', '2'], 'openQuote'],
    ['text behind the closing quote', 'A="one"two\nB=2', ['"one"two', '2'], 'afterQuote'],
  ])(
    'with %s is the line as written, and the next line is read separately',
    (_what, text, values, note) => {
      expect(valueOf(text)).toEqual(values);
      expect(readEnv(text).entries[0]!.notes).toEqual([note]);
    },
  );

  test.each([
    ['A=$B', true],
    ['A="${B}/x"', true],
    ["A='$B'", false],
    ['A=costs $5', false],
    ['A="\\$B"', false],
  ])('of %j refers to another variable: %j', (text, wanted) => {
    expect(readEnv(text).entries[0]!.notes.includes('reference')).toBe(wanted);
  });

  test.each([
    ['A=`hostname`', true],
    ['A="at $(date)"', true],
    ["A='`hostname`'", false],
    ['A="\\`x\\`"', false],
    ['A=a`b', false],
  ])('of %j has a command: %j', (text, wanted) => {
    const [entry] = readEnv(text).entries;
    expect(entry!.notes.includes('command')).toBe(wanted);
    if (wanted) expect(entry!.value).toContain(/`|\$\(/.exec(text)![0]);
  });
});

/** Writes a value so that any reader of .env text returns it unchanged. */
function quote(value: string): string {
  return `"${value.replaceAll(/["\\$`]/g, '\\$&').replaceAll('\r', '\\r')}"`;
}

test('properly quoted values are read back unchanged', () => {
  const entry = fc.record({
    name: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,9}$/),
    value: fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '"',
        "'",
        '`',
        '\\',
        '$',
        '#',
        '=',
        '\n',
        '\r',
        '\t',
        '\0',
        '中',
      ),
    }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ name }) => name }), (wanted) => {
      const text = wanted.map(({ name, value }) => `${name}=${quote(value)}`).join('\n');
      const { entries, skipped } = readEnv(text);
      expect(entries.map(({ name, value }) => ({ name, value }))).toEqual(wanted);
      expect(skipped).toEqual([]);
    }),
  );
});

test('each line of any text that is not blank is part of one entry, or skipped', () => {
  const text = fc.string({
    unit: fc.constantFrom('A', 'b', '=', '"', "'", '`', '\\', '#', ' ', '\n', '\r', 'export ', '$'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, (any) => {
      const { entries, skipped } = readEnv(any);
      const lines = any.split(/\r\n|\r|\n/);
      const blank = lines.flatMap((line, index) => (line.trim() === '' ? [index + 1] : []));
      const seen = skipped.map(({ line }) => line);
      for (const { line, lastLine } of entries)
        for (let index = line; index <= lastLine; index++) seen.push(index);
      expect([...new Set([...seen, ...blank])].sort((a, b) => a - b)).toEqual(
        lines.map((_, index) => index + 1),
      );
      expect(new Set(seen).size).toBe(seen.length);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['quotes that are never closed', 'A="\\"\n', 30_000],
  ['quotes of all kinds', 'A="\nB=\'\nC=`x\n', 20_000],
  ['escapes that only the last line ends', '\\"\\"\\"\\"\n', 30_000],
  ['one name again and again', 'A=1\n', 60_000],
  ['blanks', `A=${' '.repeat(20)}`, 10_000],
])('a large text of %s is read quickly', (_what, line, times) => {
  const text = `A="${line.repeat(times)}`;
  const start = process.cpuUsage();
  readEnv(text);
  // Milliseconds; minutes if it were quadratic.
  expect(process.cpuUsage(start).user, 'µs of the processor').toBeLessThan(3_000_000);
});
