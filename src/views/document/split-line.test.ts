import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLine } from './split-line.ts';

test.each([
  ['{', [[undefined, '{']]],
  [
    '    "a": 1,',
    [
      [undefined, '    '],
      ['key', '"a"'],
      [undefined, ': '],
      ['other', '1,'],
    ],
  ],
  [
    '  "a b"',
    [
      [undefined, '  '],
      ['text', '"a b"'],
    ],
  ],
  [
    '  "x": "y: \\"z\\"",',
    [
      [undefined, '  '],
      ['key', '"x"'],
      [undefined, ': '],
      ['text', '"y: \\"z\\"",'],
    ],
  ],
  [
    '  "x": [',
    [
      [undefined, '  '],
      ['key', '"x"'],
      [undefined, ': '],
      [undefined, '['],
    ],
  ],
  [
    '  true,',
    [
      [undefined, '  '],
      ['other', 'true,'],
    ],
  ],
])('%j is split by kind', (line, parts) => {
  expect(splitLine(line).map(({ kind, text }) => [kind, text])).toEqual(parts);
});

test('the parts of any line add up to the line', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (json) => {
      for (const line of JSON.stringify(JSON.parse(json), null, 2).split('\n'))
        expect(
          splitLine(line)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
    }),
  );
});
